package org.dragoman.quality.claim;

import static org.dragoman.quality.claim.Reports.HARBOUR;
import static org.dragoman.quality.claim.Reports.LOWERED;
import static org.dragoman.quality.claim.Reports.judge;
import static org.dragoman.quality.claim.Reports.read;
import static org.dragoman.quality.claim.Reports.severe;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article contradicts or never says is found, and what it says in other words is not. */
class ClaimGuardTest {
    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(Kind.NUMBER_ADDED, "Police arrested 19 people near the gate."),
                Arguments.of(Kind.NUMBER_ADDED, "Nearly 4,500 workers heard the union leader."),
                Arguments.of(Kind.NUMBER_ADDED, "The strike had cost $9.6bn, a forum said."),
                Arguments.of(
                        Kind.NUMBER_CHANGED,
                        "Marta Quill said the board had offered a rise of 7 per cent."),
                Arguments.of(Kind.WEEKDAY_ADDED, "The strike began on Friday."),
                Arguments.of(
                        Kind.WEEKDAY_CHANGED,
                        "Police arrested nine people near the gate on Tuesday."),
                Arguments.of(Kind.MONTH_ADDED, "Exports fell by a quarter in October."),
                Arguments.of(Kind.NAME_ADDED, "The strike was called by Tomas Ridley."),
                Arguments.of(
                        Kind.NAME_CHANGED,
                        "The chairman of the board, Edwin Farrow, accused Belk of holding the town to"
                                + " ransom."),
                Arguments.of(
                        Kind.AGENT_CHANGED,
                        "Quill accused Edwin Farrow of holding the town to ransom."),
                Arguments.of(
                        Kind.AGENT_CHANGED,
                        "Farrow was accused by Quill of blackmail of the town."));
    }

    static Stream<Arguments> turned() {
        return Stream.of(
                Arguments.of(
                        Kind.SPEAKER_CHANGED,
                        "Ana Belk said exports fell by a quarter in March and the upper dock would stay"
                                + " closed."),
                Arguments.of(
                        Kind.AGENT_CHANGED,
                        "Marta Quill called for the resignation of the whole board."),
                Arguments.of(Kind.QUOTATION_ADDED, "She said: \"The town has to bear it.\""),
                Arguments.of(
                        Kind.NEGATION_CHANGED, "Transport Minister Ana Belk has met the union."),
                Arguments.of(
                        Kind.NEGATION_CHANGED,
                        "The chairman of the board, Edwin Farrow, never accused Quill of holding the"
                                + " town to ransom."),
                Arguments.of(Kind.OPPOSITE, "Farrow said exports rose by a quarter in March."),
                Arguments.of(Kind.OPPOSITE, "The lower dock would stay closed."));
    }

    @ParameterizedTest
    @MethodSource({"wrong", "turned"})
    void whatTheArticleDoesNotSayIsFound(Kind kind, String claim) {
        Judgement judgement = judge(HARBOUR, claim);
        assertTrue(severe(judgement).contains(kind), () -> "found " + judgement.findings());
        assertEquals(Verdict.UNSUPPORTED, judgement.verdict());
        assertTrue(judgement.risk() > 0.85);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nine people were arrested near the gate.",
                "Union leader Marta Quill addressed more than 3,000 workers.",
                "The Arven Trade Forum put the cost of the strike at 8.2 billion dollars.",
                "The ATF says the strike cost over $8bn.",
                "Edwin Farrow, the chairman, says the union leader holds the town to ransom.",
                "Quill was accused by Farrow of holding the town to ransom.",
                "The minister, Ana Belk, has yet to meet the union.",
                "Members want 7 per cent, but the board offered 2.4 per cent.",
                "\"We will not go back,\" Quill told workers at the north gate.",
                "A shopkeeper wants the whole board to resign.",
                "Exports dropped by 25 per cent in March, according to Farrow.",
                "The strike started on Tuesday in Port Arven."
            })
    void whatItSaysInOtherWordsIsNotRejected(String claim) {
        assertEquals(Set.of(), severe(judge(HARBOUR, claim)), claim);
    }

    @Test
    void everySentenceOfAnArticleIsSupportedByIt() {
        for (String article : List.of(HARBOUR, LOWERED)) {
            for (Span sentence : new SentenceSplitter().split(article, LanguageTag.ENGLISH)) {
                Judgement judgement = judge(article, sentence.in(article));
                assertEquals(Verdict.SUPPORTED, judgement.verdict(), sentence.in(article));
            }
        }
    }

    @Test
    void namesAreFoundWhereCapitalsAreLost() {
        Judgement swapped =
                judge(
                        LOWERED,
                        "Condemned rower pavel drosik has asked to spend his last season at home with"
                                + " his mother.");
        assertTrue(severe(swapped).contains(Kind.AGENT_CHANGED), swapped::toString);
        assertTrue(
                severe(judge(LOWERED, "Some 3,800 people watched the race in lisbon."))
                        .contains(Kind.NAME_ADDED));
        assertEquals(
                Set.of(), severe(judge(LOWERED, "Some 3,800 people watched the race in madrid.")));
    }

    @Test
    void aPronounThatNowMeansSomebodyElseIsFound() {
        Judgement judgement =
                judge(
                        LOWERED,
                        "Benteng was booked into the lake clinic on friday after a quarrel with her"
                                + " coach when she was hit by a wave.");
        assertTrue(severe(judgement).contains(Kind.AGENT_CHANGED), judgement::toString);
    }

    @Test
    void aRoleOfSomebodyElseIsFound() {
        String article =
                "Chancellor Irma Voss met striker Leo Tamm in Riga. Later the talks went on without a"
                        + " result for the ministry. The town waited for news until the evening came."
                        + " Coach Piet Halden praised the crowd.";
        assertEquals(
                Set.of(Kind.ROLE_CHANGED),
                severe(judge(article, "Chancellor Piet Halden praised the crowd.")));
        assertEquals(Set.of(), severe(judge(article, "Coach Halden praised the crowd.")));
    }

    @Test
    void theHeadlineSupportsToo() {
        String claim = "The strike in Lower Brenn cost 77 million.";
        assertEquals(
                Verdict.UNSUPPORTED,
                read(HARBOUR, null, LanguageTag.ENGLISH)
                        .judge(List.of(Claim.of(claim)))
                        .get(0)
                        .verdict());
        Judgement judgement =
                read(HARBOUR, "Lower Brenn loses 77 million", LanguageTag.ENGLISH)
                        .judge(List.of(Claim.of(claim)))
                        .get(0);
        assertEquals(Set.of(), severe(judgement));
    }

    @Test
    void spansPointAtWhatIsMeant() {
        String claim = "Farrow said exports rose by a quarter in March.";
        Finding finding =
                judge(HARBOUR, claim).findings().stream()
                        .filter(f -> f.kind() == Kind.OPPOSITE)
                        .findFirst()
                        .orElseThrow();
        assertEquals("rose", Objects.requireNonNull(finding.target()).in(claim));
        assertEquals("fell", Objects.requireNonNull(finding.source()).in(HARBOUR));
    }

    @Test
    void whatIsFartherFromTheArticleIsRiskier() {
        double copied = judge(HARBOUR, "Police arrested nine people near the gate.").risk();
        double told = judge(HARBOUR, "Officers detained nine protesters by the gate.").risk();
        double invented = judge(HARBOUR, "Cheese prices worry bakers in the hills.").risk();
        assertTrue(copied < told && told < invented, copied + " " + told + " " + invented);
        ClaimGuard.Reading reading = read(HARBOUR, null, LanguageTag.ENGLISH);
        String claim = "Officers detained nine protesters by the gate.";
        List<Judgement> judgements =
                reading.judge(List.of(new Claim(claim, 0.95), new Claim(claim, 0.2)));
        assertTrue(judgements.get(0).risk() < judgements.get(1).risk());
    }
}
