package org.dragoman.quality.claim;

import static org.dragoman.quality.claim.Reports.HARBOUR;
import static org.dragoman.quality.claim.Reports.judge;
import static org.dragoman.quality.claim.Reports.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the texts are, an answer comes back and its spans lie in them. */
class HostileClaimsTest {
    private static final int CASES = Math.min(200, Integer.getInteger("dragoman.cases", 200));
    private static final String ALPHABET =
            "aZ é'’\"“”`.,;:-–0189%$€ \n\t\uD83D\uDE00\uD800中ع\u0301";

    static Stream<String> nasty() {
        return Stream.of(
                "",
                " \n\t ",
                ".",
                "\uD800",
                "a\uDC00b \uD83D",
                "\"\"\"''``",
                "'s",
                "1, 2, 3. 4, 555, 666. 7",
                "a".repeat(10_000),
                "a ".repeat(10_000),
                "Said Said ".repeat(3_000),
                "not ".repeat(5_000),
                "9".repeat(10_000),
                "“".repeat(10_000),
                "Anna beat Bert, ".repeat(1_000));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anyClaimIsJudged(String claim) {
        whole(HARBOUR, claim, judge(HARBOUR, claim));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anyArticleIsRead(String article) {
        String claim = "Police arrested nine people near the gate on Wednesday, Anna said.";
        whole(article, claim, judge(article, claim));
    }

    @ParameterizedTest
    @MethodSource("nasty")
    void anyTextFollowsFromItself(String text) {
        Judgement judgement = judge(text, text);
        assertTrue(
                judgement.verdict() != Verdict.UNSUPPORTED, () -> judgement.findings().toString());
    }

    @Test
    void aTextOfTheLongestSizeIsJudgedInBoundedTime() {
        String article = "Anna said Bert was not 12. ".repeat(7_400);
        whole(article, "Bert said Anna was 13.", judge(article, "Bert said Anna was 13."));
        String word = "x".repeat(200_000);
        whole(word, word, judge(word, word));
    }

    @Test
    void noClaimsHaveNoJudgements() {
        assertEquals(List.of(), read(HARBOUR, null, LanguageTag.ENGLISH).judge(List.of()));
    }

    @Test
    void spansLieInTheTextsWhateverTheyAre() {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            String article = jumble(random, 200);
            String claim = jumble(random, 80);
            whole(article, claim, judge(article, claim));
        }
    }

    private static String jumble(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(longest);
        while (text.length() < length) {
            int from = random.nextInt(HARBOUR.length() - 12);
            text.append(
                    random.nextBoolean()
                            ? HARBOUR.substring(from, from + random.nextInt(12))
                            : String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
        }
        return text.toString();
    }

    private static void whole(String article, String claim, Judgement judgement) {
        assertTrue(judgement.risk() >= 0 && judgement.risk() <= 1);
        for (Finding finding : judgement.findings()) {
            inside(article, finding.source());
            inside(claim, finding.target());
        }
    }

    private static void inside(String text, @org.jspecify.annotations.Nullable Span span) {
        assertTrue(span == null || span.end() <= text.length());
    }
}
