package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacingTest {
    private static final Map<String, String> CHINESE =
            Map.of(
                    "One is here.", "一在这里。",
                    "Two is here.", "二在这里。",
                    "He called Reuters.", "他打电话给Reuters",
                    "The storm had thrown the lighthouse into the sea.", "风暴把灯塔扔进了海里。",
                    "一在这里。", "One is here.",
                    "二在这里。", "Two is here.",
                    "风暴把灯塔扔进了海里。", "The storm had thrown the lighthouse into the sea.");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "en|zh|~ ~|一。|~~",
                "en|zh|~  ~|他说：“一。”|~~",
                "en|ja|~ ~|一…|~~",
                "en|zh|~ ~|Reuters|~ ~",
                "en|zh|~      ~|一。|~      ~",
                "en|ko|~  ~|하나.|~  ~",
                "en|th|~ ~|หนึ่ง|~ ~",
                "zh|en|~~|One.|~ ~",
                "ja|en|~　~|One.|~ ~",
                "ja|th|~~|หนึ่ง|~ ~",
                "zh|en|~  ~|One.|~  ~",
                "ja|zh|~　~|一。|~　~",
                "en|pt|~~|Um.|~~"
            })
    void theTargetsScriptDecidesWhatIsBetweenSentencesOnALine(
            String from, String to, String gap, String before, String between) {
        assertThat(spacing(from, to).between(gap, before)).isEqualTo(between);
    }

    @Test
    void lineBreaksTabsAndIndentationStay() {
        for (String gap : List.of("\n", "\r\n\r\n\t", " \n  ", "\t", "\n　", "\u2028", "\u0085")) {
            assertThat(spacing("en", "zh").between(gap, "一。")).isEqualTo(gap);
            assertThat(spacing("zh", "en").between(gap, "One.")).isEqualTo(gap);
        }
    }

    @Test
    void piecesOfASentenceAreJoinedAsTheScriptWants() {
        assertThat(spacing("en", "fr").join(List.of("un,", "deux"))).isEqualTo("un, deux");
        assertThat(spacing("en", "ko").join(List.of("하나,", "둘"))).isEqualTo("하나, 둘");
        assertThat(spacing("en", "zh").join(List.of("一，", "二"))).isEqualTo("一，二");
        assertThat(spacing("en", "zh").join(List.of("用 iPhone", "打"))).isEqualTo("用 iPhone打");
        assertThat(spacing("en", "zh").join(List.of("iPhone", "Pro"))).isEqualTo("iPhone Pro");
    }

    @Test
    void aVersionInChineseHasNoSpacesAfterFullStops() {
        assertThat(translate("en", "zh", "One is here. Two is here.\n\n  Two is here. "))
                .isEqualTo("一在这里。二在这里。\n\n  二在这里。 ");
        assertThat(translate("en", "zh", "He called Reuters. Two is here."))
                .isEqualTo("他打电话给Reuters 二在这里。");
    }

    @Test
    void aVersionFromChineseHasThem() {
        assertThat(translate("zh", "en", "一在这里。二在这里。\n　　二在这里。"))
                .isEqualTo("One is here. Two is here.\n　　Two is here.");
    }

    @Test
    void aSummaryKeepsItsSentencesWhereTheyStandWithoutSpaces() {
        LanguageTag source = new LanguageTag("zh");
        SpelledModel model =
                new SpelledModel(source, LanguageTag.ENGLISH, given -> CHINESE.get(given));
        Part summary =
                new Part(Part.Kind.SUMMARY, "一在这里。二在这里。", List.of(new Span(0, 5), new Span(5, 10)));
        Version.Written version =
                (Version.Written)
                        model.translator()
                                .versions(
                                        List.of(summary),
                                        source,
                                        Wanted.flagged(List.of(LanguageTag.ENGLISH)),
                                        Deadline.after(Duration.ofMinutes(1)))
                                .versions()
                                .get(0);
        assertThat(version.summary())
                .isEqualTo(
                        new Version.Summary(
                                "One is here. Two is here.",
                                List.of(
                                        new Version.Sentence("One is here.", 0),
                                        new Version.Sentence("Two is here.", 1))));
    }

    @Test
    void aLineBreakInASentenceComesBackWhereALineMayBreak() {
        assertThat(translate("en", "zh", "The storm had thrown the lighthouse into\nthe sea."))
                .isEqualTo("风暴把灯塔扔进了\n海里。");
        Rewritten wrapped = new Insets(symbols(), pair("zh", "en")).rewrite("风暴把灯塔扔\n进了海里。");
        assertThat(wrapped.text()).isEqualTo("风暴把灯塔扔进了海里。");
        assertThat(wrapped.restore().apply("The storm threw it into the sea."))
                .isEqualTo("The storm threw\nit into the sea.");
    }

    @Test
    void anEmojiGluedBetweenWordsStandsApartWhereWordsDo() {
        Rewritten rewritten = new Insets(symbols(), pair("zh", "en")).rewrite("你好\uE000世界");
        assertThat(rewritten.text()).isEqualTo("你好世界");
        assertThat(rewritten.restore().apply("Hello world")).isEqualTo("Hello \uE000 world");
    }

    @Test
    void spansAreExactAndNothingButSpacesChanges() {
        Random random = new Random(5);
        List<String> gaps = List.of("", " ", "  ", "　", "\n", "\n\n", "\n　　", "\t");
        List<String> sentences = List.of("三在这里。", "他说：“好！”", "BBC报道。", "“走吧。”", "（完）。");
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(6); n >= 0; n--) {
                text.append(sentences.get(random.nextInt(sentences.size())));
                text.append(gaps.get(random.nextInt(gaps.size())));
            }
            TextVersion.Written version = version("zh", "en", text.toString());
            assertThat(lines(version.text())).isEqualTo(lines(text.toString()));
            int end = 0;
            for (Segment segment : version.segments()) {
                Span target = segment.target();
                assertThat(version.text().substring(end, target.start())).isBlank();
                assertThat(end == 0 || target.start() > end).isTrue();
                assertThat(target.in(version.text()))
                        .isEqualTo(segment.source().in(text.toString()));
                end = target.end();
            }
        }
    }

    private static List<Integer> lines(String text) {
        return text.codePoints().filter(at -> at == '\n' || at == '\t').boxed().toList();
    }

    private static String translate(String from, String to, String text) {
        return version(from, to, text).text();
    }

    /** Knows a few sentences, and copies all others. */
    private static TextVersion.Written version(String from, String to, String text) {
        LanguageTag source = new LanguageTag(from);
        LanguageTag target = new LanguageTag(to);
        SpelledModel model =
                new SpelledModel(source, target, given -> CHINESE.getOrDefault(given, given));
        return (TextVersion.Written)
                model.translator()
                        .texts(
                                List.of(new SourceText(text, source)),
                                Wanted.flagged(List.of(target)),
                                Deadline.after(Duration.ofMinutes(1)))
                        .versions()
                        .get(0)
                        .get(0);
    }

    private static Spacing spacing(String from, String to) {
        return Spacing.of(pair(from, to));
    }

    private static Pair pair(String from, String to) {
        return Pair.of(new LanguageTag(from), new LanguageTag(to));
    }

    private static Symbols symbols() {
        LanguageTag source = new LanguageTag("zh");
        return new Symbols(
                new Repertoire(
                        new SpelledModel(source, LanguageTag.ENGLISH, given -> given)
                                .lease("")
                                .model()
                                .tokenizer()));
    }
}
