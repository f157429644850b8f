package org.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the sentences of any text, shown on texts made of awkward pieces. */
class SentencePropertiesTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    private static final List<String> PIECES =
            List.of(
                    ". ",
                    ".",
                    "! ",
                    "?",
                    "...",
                    "…",
                    "\n",
                    "\r\n",
                    "\r",
                    "\n\n",
                    "\u2029",
                    " ",
                    "\u00A0",
                    "\u200B",
                    "\uFEFF",
                    "\u200D",
                    "\u200F",
                    "\u2067",
                    "\u2069",
                    "e\u0301",
                    "\u0301",
                    "a",
                    "The",
                    "he",
                    "U.S.",
                    "Mr.",
                    "9 p.m.",
                    "5",
                    "(",
                    ")",
                    "“",
                    "”",
                    "\"",
                    "«",
                    "»",
                    "👍",
                    "👩\u200D🚀",
                    "👍🏽",
                    "🇧🇷",
                    "☎\uFE0F",
                    "שלום",
                    "سلام؟",
                    "كتاب",
                    "他。",
                    "「好！」",
                    "สวัสดี",
                    "\uD83D",
                    "\uDE00",
                    "नमस्ते।",
                    "\t",
                    " - ",
                    ",");

    private final SentenceSplitter splitter = new SentenceSplitter();

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt", "de", "ar", "zh"})
    void sentencesCoverTheTextInOrderAndBreakNoCharacter(String language) {
        Random random = new Random(7);
        for (int i = 0; i < CASES; i++) {
            String text = text(random);

            List<Span> sentences = splitter.split(text, new LanguageTag(language));

            assertThat(covered(text, sentences)).as(text).isEqualTo(ink(text));
            BitSet seams = seams(text);
            int last = 0;
            for (Span sentence : sentences) {
                assertThat(sentence.start()).as(text).isGreaterThanOrEqualTo(last);
                assertThat(sentence.length()).as(text).isPositive();
                assertThat(WhiteSpace.trim(text, sentence)).as(text).isEqualTo(sentence);
                assertThat(inside(seams, text, sentence)).as(text).isTrue();
                last = sentence.end();
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(random.nextInt(40))
                .forEach(text::append);
        return text.toString();
    }

    /** The units of the spans that are not white; a unit in two spans fails by order. */
    private static BitSet covered(String text, List<Span> spans) {
        BitSet covered = new BitSet();
        spans.forEach(span -> covered.set(span.start(), span.end()));
        covered.and(ink(text));
        return covered;
    }

    private static BitSet ink(String text) {
        BitSet ink = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            ink.set(i, !WhiteSpace.is(text.charAt(i)));
        }
        return ink;
    }

    /** Where Unicode's grapheme clusters meet. */
    private static BitSet seams(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        BitSet seams = new BitSet();
        for (int at = characters.first(); at != BreakIterator.DONE; at = characters.next()) {
            seams.set(at);
        }
        return seams;
    }

    /** A mark that stands on white space alone loses its carrier to the trimming. */
    private static boolean inside(BitSet seams, String text, Span sentence) {
        boolean bare = sentence.start() > 0 && WhiteSpace.is(text.charAt(sentence.start() - 1));
        return (bare || seams.get(sentence.start())) && seams.get(sentence.end());
    }
}
