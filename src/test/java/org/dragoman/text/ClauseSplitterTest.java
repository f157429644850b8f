package org.dragoman.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

class ClauseSplitterTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final List<String> PIECES =
            List.of(
                    " ",
                    "\u00A0",
                    "\n",
                    "a",
                    "words",
                    "and",
                    ", ",
                    "; ",
                    ")",
                    "e\u0301",
                    "👩\u200D🚀",
                    "🇧🇷",
                    "他",
                    "。",
                    "\u200B",
                    "\uD83D",
                    "שלום",
                    "\u0301");

    private final ClauseSplitter splitter = new ClauseSplitter();

    @Test
    void whatFitsIsNotCut() {
        assertThat(pieces("One, two; three.", 16)).containsExactly("One, two; three.");
    }

    @Test
    void aSemicolonIsPreferredToACommaAndACommaToASpace() {
        assertThat(pieces("The rain fell hard; the river, over all the old banks.", 40))
                .containsExactly("The rain fell hard; ", "the river, over all the old banks.");
        assertThat(pieces("The rain fell hard, the river rose over the old banks.", 40))
                .containsExactly("The rain fell hard, ", "the river rose over the old banks.");
    }

    @Test
    void aConjunctionBeginsItsPiece() {
        assertThat(pieces("The rain fell hard and the river rose fast.", 30))
                .containsExactly("The rain fell hard ", "and the river rose fast.");
    }

    @Test
    void withoutMarksPiecesAreOfLikeLength() {
        String sentence = "word ".repeat(1_000).strip();

        assertThat(pieces(sentence, 700))
                .allSatisfy(piece -> assertThat(piece.length()).isBetween(550, 700));
    }

    @Test
    void aMarkAtTheEdgeDoesNotMakeACrumb() {
        assertThat(pieces("So, " + "word ".repeat(20).strip(), 60))
                .allSatisfy(piece -> assertThat(piece.length()).isGreaterThan(20));
    }

    @Test
    void aTextWithoutWhiteSpaceIsCutBetweenCharacters() {
        String family = "👨\u200D👩\u200D👧";

        assertThat(pieces(family.repeat(8), 2 * family.length()))
                .allSatisfy(piece -> assertThat(piece).isEqualTo(family.repeat(2)));
    }

    @Test
    void aCharacterThatFitsNowhereIsLeftWhole() {
        assertThat(pieces("a👨\u200D👩\u200D👧b", 1))
                .containsExactly("a", "👨\u200D👩\u200D👧", "b");
    }

    @Test
    void aLongTextIsCutToTheEnd() {
        String text = "x".repeat(100_000) + " " + "y".repeat(100_000);

        assertThat(String.join("", pieces(text, 512))).isEqualTo(text);
    }

    @Test
    void piecesAreContiguousFitAndBreakNoCharacter() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            check(text.toString(), 1 + random.nextInt(30), random.nextInt(1 + text.length() / 2));
        }
    }

    private void check(String text, int most, int start) {
        Span within = new Span(start, text.length());
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(within.in(text));

        List<Span> pieces = splitter.split(text, within, LanguageTag.ENGLISH, atMost(most));

        int last = start;
        for (Span piece : pieces) {
            assertThat(piece.start()).as(text).isEqualTo(last);
            last = piece.end();
            assertThat(last == text.length() || characters.isBoundary(last - start))
                    .as(text)
                    .isTrue();
            assertThat(piece.length() <= most || single(piece.in(text))).as(text).isTrue();
        }
        assertThat(last).as(text).isEqualTo(text.length());
    }

    private static boolean single(String piece) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(piece);
        return characters.following(0) == piece.length();
    }

    private static Predicate<Span> atMost(int units) {
        return span -> span.length() <= units;
    }

    private List<String> pieces(String text, int most) {
        return splitter
                .split(text, new Span(0, text.length()), LanguageTag.ENGLISH, atMost(most))
                .stream()
                .map(piece -> piece.in(text))
                .toList();
    }
}
