package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.summarization.SpelledSummarizer.request;

import java.util.Objects;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

/** What a model wrote that the article does not say stands in no summary. */
class GuardedAbstractionTest {
    private static final String OPENED = "The harbour of Vellmar opened again on Friday.";
    private static final String WAITED = "Thirty ships had waited outside since Monday.";
    private static final String REPAIRS = "The port said the repairs of the lock took four days.";
    private static final String COST = "The work cost 8 million crowns.";
    private static final String MAYOR = "Ana Moreira, the mayor, thanked the workers in person.";
    private static final String ARTICLE =
            String.join(" ", OPENED, WAITED, REPAIRS, COST, MAYOR, "It was cold that night.");

    private static final String WRONG_NUMBER = "The work cost 9 million crowns.";
    private static final String WRONG_NAME = "Carlos Lima, the mayor, thanked the workers.";

    @Test
    void aRefusedSentenceIsWrittenAgainWithoutTheWordsItWasRefusedFor() {
        SpelledSummarizer model =
                new SpelledSummarizer(5000, text -> OPENED + " " + WRONG_NUMBER)
                        .again(text -> "The work cost 8 million crowns, the port said.");
        Summary summary = model.summarize(ARTICLE, request(null, null, null)).summary();
        assertThat(summary.text())
                .isEqualTo(OPENED + " The work cost 8 million crowns, the port said.");
        assertThat(summary.method()).isEqualTo(Method.ABSTRACTIVE);
        assertThat(model.read()).hasSize(2);
    }

    @Test
    void theArticlesOwnSentenceStandsWhereTheModelKnowsNoBetter() {
        SpelledSummarizer model =
                new SpelledSummarizer(5000, text -> OPENED + " " + WRONG_NUMBER)
                        .again(text -> "The work cost 7 million crowns.");
        Summary summary = model.summarize(ARTICLE, request(null, null, null)).summary();
        assertThat(summary.text()).isEqualTo(OPENED + " " + COST);
        Summary.Sentence own = summary.sentences().get(1);
        assertThat(own.support())
                .singleElement()
                .satisfies(
                        support -> {
                            assertThat(support.start()).isEqualTo(ARTICLE.indexOf(COST));
                            assertThat(support.score()).isEqualTo(1);
                        });
        assertThat(own.findings()).isEmpty();
    }

    @Test
    void whatWasRefusedIsToldWithThePlacesInBothTexts() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> OPENED + " " + WRONG_NUMBER);
        Summary summary = model.summarize(ARTICLE, request(null, null, null)).summary();
        Summary.Replaced refused = summary.replaced().get(0);
        assertThat(refused.text()).isEqualTo(WRONG_NUMBER);
        Finding finding =
                refused.findings().stream()
                        .filter(found -> found.severity() == Finding.Severity.SEVERE)
                        .findFirst()
                        .orElseThrow();
        Span target = Objects.requireNonNull(finding.target());
        assertThat(target.in(WRONG_NUMBER)).contains("9");
    }

    @Test
    void whereMoreThanHalfIsRefusedTheSummaryIsTheArticlesOwn() {
        SpelledSummarizer model =
                new SpelledSummarizer(5000, text -> OPENED + " " + WRONG_NUMBER + " " + WRONG_NAME);
        Summary summary = model.summarize(ARTICLE, request(null, null, null)).summary();
        assertThat(summary)
                .returns(Method.EXTRACTIVE, Summary::method)
                .returns(Reason.GUARD_REJECTED, Summary::reason);
        assertThat(summary.replaced())
                .extracting(Summary.Replaced::text)
                .containsExactly(WRONG_NUMBER, WRONG_NAME);
        assertThat(summary.sentences()).allMatch(sentence -> ARTICLE.contains(sentence.text()));
    }

    @Test
    void byItselfASummaryIsNewOnlyWhereAllOfItPasses() {
        SummaryRequest any = new SummaryRequest(null, 2, null, null);
        SpelledSummarizer sound = new SpelledSummarizer(5000, text -> OPENED + " " + COST);
        assertThat(sound.summarize(ARTICLE, any).summary())
                .returns(Method.ABSTRACTIVE, Summary::method)
                .returns(Reason.MODEL_INSTALLED, Summary::reason)
                .returns(OPENED + " " + COST, Summary::text);
        SpelledSummarizer wrong = new SpelledSummarizer(5000, text -> OPENED + " " + WRONG_NUMBER);
        assertThat(wrong.summarize(ARTICLE, any).summary())
                .returns(Method.EXTRACTIVE, Summary::method)
                .returns(Reason.GUARD_REJECTED, Summary::reason);
    }

    @Test
    void theArticlesOwnSentencesPassTheSameRules() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> text);
        Summary summary =
                model.summarize(ARTICLE, new SummaryRequest(null, null, 60, Method.EXTRACTIVE))
                        .summary();
        assertThat(summary.sentences()).allMatch(sentence -> sentence.findings().isEmpty());
    }
}
