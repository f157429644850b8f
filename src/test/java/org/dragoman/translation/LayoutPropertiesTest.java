package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

class LayoutPropertiesTest {
    private static final List<String> SENTENCES =
            List.of(
                    "The ferry runs again.",
                    "“It is late,” she said.",
                    "He asked: ‘Why?’",
                    "GIVE US BREAD AND WATER",
                    "It costs £5 and €6 — or more.",
                    "Erdoğan met O’Neill 😀 in Łódź.",
                    "- a list item",
                    "3. A third thing is here.",
                    "👩‍👩‍👧 A family 👍🏽",
                    "שלום לכולם.",
                    "مرحبا بكم.",
                    "Cafe\u0301 au lait\u200b is good.",
                    "A tab\there, and\u00A0more.",
                    "***",
                    "12:30",
                    "https://example.org/a");
    private static final List<String> GAPS =
            List.of(
                    " ",
                    "  ",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\r\n\r\n",
                    "\t",
                    " \u00A0",
                    "\n \n\n",
                    "\u2028");

    private final int cases = Integer.getInteger("dragoman.cases", 500);
    private final Random random = new Random(20);

    /** A model that changes every letter and every length. */
    private final SpelledModel model =
            new SpelledModel(text -> text.toUpperCase(Locale.ROOT).replace("E", "EE"));

    @Test
    void whatLiesBetweenSegmentsIsTheSameAndSpansAreExact() {
        for (int i = 0; i < cases; i++) {
            String text = text();
            TextVersion.Written version = translate(text);
            assertThat(gaps(text, version, false)).isEqualTo(gaps(version.text(), version, true));
            assertThat(version.segments())
                    .allSatisfy(
                            segment -> {
                                String target = segment.target().in(version.text());
                                assertThat(target).isEqualTo(target.strip()).isNotEmpty();
                            });
        }
    }

    @Test
    void lineBreaksAndSymbolsInsideSegmentsAreNotLost() {
        for (int i = 0; i < cases; i++) {
            String text = text();
            assertThat(kept(translate(text).text())).isEqualTo(kept(text));
        }
    }

    @Test
    void aTextIsTheSameAloneAndAmongOthers() {
        List<SourceText> texts =
                random.ints(50)
                        .mapToObj(any -> new SourceText(text(), LanguageTag.ENGLISH))
                        .toList();
        List<TextVersion> together = translate(texts).stream().map(of -> of.get(0)).toList();
        assertThat(texts.stream().map(text -> translate(List.of(text)).get(0).get(0)))
                .isEqualTo(together);
    }

    private static List<Integer> kept(String text) {
        return text.codePoints()
                .filter(at -> at == '\n' || at == '\r' || at == '\t' || at > 0x1F000)
                .boxed()
                .toList();
    }

    private static String gaps(String text, TextVersion.Written version, boolean target) {
        StringBuilder gaps = new StringBuilder();
        int done = 0;
        for (Segment segment : version.segments()) {
            Span span = target ? segment.target() : segment.source();
            gaps.append(text, done, span.start()).append('|');
            done = span.end();
        }
        return gaps.append(text, done, text.length()).toString();
    }

    private TextVersion.Written translate(String text) {
        return (TextVersion.Written)
                translate(List.of(new SourceText(text, LanguageTag.ENGLISH))).get(0).get(0);
    }

    private List<List<TextVersion>> translate(List<SourceText> texts) {
        Deadline deadline = Deadline.after(Duration.ofMinutes(5));
        return model.translator()
                .texts(texts, Wanted.flagged(List.of(LanguageTag.PORTUGUESE)), deadline)
                .versions();
    }

    private String text() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : pick(GAPS));
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(pick(SENTENCES)).append(pick(GAPS));
        }
        return text.append(pick(SENTENCES))
                .append(random.nextBoolean() ? "" : pick(GAPS))
                .toString();
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
