package org.dragoman.summarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dragoman.summarization.SpelledSummarizer.first;
import static org.dragoman.summarization.SpelledSummarizer.request;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

/** What holds for a summary whatever the model writes. */
class AbstractionTest {
    private static final List<Form> FORMS = List.of(Form.values());
    private static final LanguageTag EN = LanguageTag.ENGLISH;
    private static final String OPENED =
            "The northern harbour of Vellmar opened again on Friday after two days of repairs.";
    private static final String VAGUE = "Nobody there knows what comes next.";

    @Test
    void aShortArticleIsReadInOnePieceAndItsSummaryIsTheModels() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> OPENED);
        String text = OPENED + " Ships had waited outside since Wednesday.";
        Summarizer.Outcome outcome = model.summarize(text, request(null, null, null));
        assertThat(outcome.summary())
                .returns(Method.ABSTRACTIVE, Summary::method)
                .returns(Reason.REQUESTED, Summary::reason)
                .returns(SpelledSummarizer.NAME, Summary::model)
                .returns(OPENED, Summary::text);
        assertThat(outcome.chunks()).isEqualTo(1);
        assertThat(model.read()).containsExactly(text);
        assertThat(outcome.models()).singleElement().returns("spelled-summarizer", m -> m.name());
        assertThat(model.leases()).isZero();
    }

    @Test
    void aSentenceTheModelCouldNotFinishIsLeftOut() {
        SpelledSummarizer model =
                new SpelledSummarizer(5000, text -> OPENED + " " + "Then the ships ".repeat(99));
        assertThat(model.summarize(OPENED, request(null, null, null)).summary().text())
                .isEqualTo(OPENED);
    }

    @Test
    void whereTheModelWritesNoWholeSentenceTheArticlesOwnStandForIt() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> "and the ships ".repeat(99));
        Summarizer.Outcome outcome = model.summarize(OPENED, request(null, null, null));
        assertThat(outcome.summary())
                .returns(Method.EXTRACTIVE, Summary::method)
                .returns(Reason.GUARD_REJECTED, Summary::reason)
                .returns(null, Summary::model)
                .returns(OPENED, Summary::text);
        assertThat(outcome.summary().replaced())
                .singleElement()
                .satisfies(
                        refused -> {
                            assertThat(refused.text()).startsWith("and the ships and the ships");
                            assertThat(refused.findings())
                                    .extracting(Finding::kind)
                                    .containsExactly(Finding.Kind.UNFINISHED);
                        });
        assertThat(outcome.models()).singleElement().returns("spelled-summarizer", m -> m.name());
    }

    @Test
    void aModelThatWritesNothingLeavesNothingToShow() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> " \n");
        Summary summary = model.summarize(OPENED, request(null, null, null)).summary();
        assertThat(summary.reason()).isEqualTo(Reason.GUARD_REJECTED);
        assertThat(summary.replaced()).isEmpty();
    }

    @Test
    void aSentenceNothingInTheArticleIsNearToIsMarkedWhereItStands() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> OPENED + " " + VAGUE);
        Summary summary = model.summarize(OPENED, request(Form.BULLETS, null, null)).summary();
        assertThat(summary.text()).isEqualTo(OPENED + "\n" + VAGUE);
        assertThat(summary.sentences().get(0).findings()).isEmpty();
        assertThat(summary.sentences().get(1).support()).isEmpty();
        Finding finding = summary.sentences().get(1).findings().get(0);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.UNSUPPORTED);
        assertThat(finding.source()).isNull();
        assertThat(finding.target())
                .isEqualTo(new Span(OPENED.length() + 1, summary.text().length()));
    }

    @Test
    void supportIsWholeSentencesNearestFirst() {
        String text =
                "Bakers in Tavora baked bread all night. "
                        + "The harbour of Vellmar opened again on Friday, the port said. "
                        + "It was cold. "
                        + "Ships had waited outside the harbour of Vellmar since Monday.";
        SpelledSummarizer model =
                new SpelledSummarizer(5000, all -> "The harbour of Vellmar opened on Friday.");
        Summary summary = model.summarize(text, request(null, null, null)).summary();
        List<Support> support = summary.sentences().get(0).support();
        assertThat(support).hasSizeBetween(1, 3);
        assertThat(text.substring(support.get(0).start(), support.get(0).end()))
                .isEqualTo("The harbour of Vellmar opened again on Friday, the port said.");
        assertThat(support).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(support).allMatch(s -> s.score() >= 0.2 && s.score() <= 1);
    }

    @Test
    void whateverTheModelWritesTheSummaryIsSound() {
        Random random = new Random(5);
        Article article = new ArticleReader().read(Samples.HARBOUR);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            SpelledSummarizer model =
                    new SpelledSummarizer(300 + random.nextInt(3000), anything(random))
                            .writing(random.nextInt(100), 1 + random.nextInt(500));
            SummaryRequest request =
                    request(
                            FORMS.get(random.nextInt(FORMS.size())),
                            random.nextBoolean() ? 1 + random.nextInt(5) : null,
                            random.nextBoolean() ? 1 + random.nextInt(80) : null);
            Summarizer summarizer = model.summarizer();
            isSound(summarizer.summarize(article, EN, request, deadline()).summary(), request);
            assertThat(model.leases()).isZero();
        }
    }

    private static void isSound(Summary summary, SummaryRequest request) {
        assertThat(summary.sentences()).isNotEmpty();
        assertThat(summary.text())
                .isEqualTo(
                        String.join(
                                request.formOrDefault() == Form.BULLETS ? "\n" : " ",
                                summary.sentences().stream().map(s -> s.text()).toList()));
        int words = summary.text().split("[\\s\\p{Z}]+").length;
        boolean kept = request.maxima().allow(summary.sentences().size(), words);
        assertThat(summary.bounds()).isEqualTo(kept ? null : Summary.Bounds.EXCEEDED);
        assertThat(kept || summary.sentences().size() == 1).isTrue();
        for (Summary.Sentence sentence : summary.sentences()) {
            assertThat(sentence.findings())
                    .noneMatch(found -> found.severity() == Finding.Severity.SEVERE)
                    .filteredOn(found -> found.kind() == Finding.Kind.UNSUPPORTED)
                    .hasSize(sentence.support().isEmpty() ? 1 : 0);
        }
    }

    /** Sentences of the text, pieces of them, marks and noise in any order. */
    private static UnaryOperator<String> anything(Random random) {
        return text -> {
            StringBuilder written = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                int start = random.nextInt(text.length());
                int end = Math.min(text.length(), start + random.nextInt(120));
                written.append(
                        List.of(first(text), text.substring(start, end), "<n>", " . ", "?!", "\n")
                                .get(random.nextInt(6)));
            }
            return written.toString();
        };
    }

    @Test
    void anotherLanguageNeedsAnotherModel() {
        SpelledSummarizer model = new SpelledSummarizer(5000, text -> text);
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(
                        () ->
                                model.summarizer()
                                        .summarize(
                                                new ArticleReader().read(Samples.PONTE),
                                                LanguageTag.PORTUGUESE,
                                                request(null, null, null),
                                                deadline()))
                .withMessageContaining("Portuguese")
                .returns(ErrorCode.MODEL_NOT_INSTALLED, DragomanException::code);
    }

    @Test
    void nothingIsReadOnceTheDeadlineHasPassed() {
        List<Deadline> late = List.of(Deadline.after(Duration.ZERO), deadline());
        late.get(1).cancel();
        for (Deadline deadline : late) {
            SpelledSummarizer model = new SpelledSummarizer(5000, text -> text);
            assertThatExceptionOfType(DragomanException.class)
                    .isThrownBy(
                            () ->
                                    model.summarizer()
                                            .summarize(
                                                    new ArticleReader().read(OPENED),
                                                    EN,
                                                    request(null, null, null),
                                                    deadline))
                    .returns(ErrorCode.DEADLINE_EXCEEDED, DragomanException::code);
            assertThat(model.read()).isEmpty();
            assertThat(model.leases()).isZero();
        }
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
