package org.dragoman.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.quality.segment.SegmentGuard;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

/** What is found wrong with a sentence is mended where it can be, and told where it cannot. */
class MendingTest {
    private static final LanguageTag EN = LanguageTag.ENGLISH;
    private static final LanguageTag PT = LanguageTag.PORTUGUESE;
    private static final String TEXT = "Alice sleeps. Bob wakes, and then he eats. Carol left.";

    /** Finds each X that stands for a B. */
    private static final Guards.Guard NO_X =
            (source, target) ->
                    target.indexOf('X') < 0
                            ? List.of()
                            : List.of(
                                    new Finding(
                                            Finding.Kind.UNSUPPORTED,
                                            Severity.SEVERE,
                                            new Span(0, 1),
                                            new Span(
                                                    target.indexOf('X'), target.indexOf('X') + 1)));

    private final SpelledModel model =
            new SpelledModel(text -> text.replace("Bob wakes,", "Xob wakes,")).lookedAt(NO_X);

    @Test
    void onlyADoubtfulSentenceIsAskedForAgain() {
        translate(OnLowQuality.FLAG);
        assertThat(model.sent()).filteredOn(sent -> sent.startsWith("Alice")).hasSize(1);
        assertThat(model.sent()).filteredOn(sent -> sent.startsWith("Bob")).hasSizeGreaterThan(1);
    }

    @Test
    void anotherAnswerOfTheModelStandsWhereItIsBetter() {
        model.alternatives(text -> List.of("Xob again.", "Bob wakes. He eats."));
        TextVersion.Written version = translate(OnLowQuality.FLAG);
        assertThat(version.text()).isEqualTo("Alice sleeps. Bob wakes. He eats. Carol left.");
        assertThat(version.findings()).isEmpty();
    }

    @Test
    void aSentenceIsGivenClauseByClauseWhereThatIsBetter() {
        SpelledModel whole =
                new SpelledModel(text -> text.contains("wakes, and") ? "Xob." : text)
                        .lookedAt(NO_X);
        TextVersion.Written version = translate(whole, OnLowQuality.FLAG);
        assertThat(version.text()).isEqualTo(TEXT);
        assertThat(version.findings()).isEmpty();
    }

    @Test
    void digitsThatAreWrongInEveryAnswerArePutRightInTheFormOfTheTarget() {
        SegmentGuard guard = SegmentGuard.of(EN, PT);
        SpelledModel wrong =
                new SpelledModel(text -> "A greve custou 61,5 milhões a 2.900 pessoas.")
                        .lookedAt(guard::check);
        String text = "The strike cost 62.5 million to 2,300 people.";
        TextVersion.Written version =
                (TextVersion.Written)
                        wrong.translator()
                                .texts(
                                        List.of(new SourceText(text, EN)),
                                        Wanted.flagged(List.of(PT)),
                                        deadline())
                                .versions()
                                .get(0)
                                .get(0);
        assertThat(version.text()).isEqualTo("A greve custou 62,5 milhões a 2.300 pessoas.");
        assertThat(version.findings()).isEmpty();
    }

    @Test
    void whatCannotBeMendedIsToldWithItsPlacesInBothTexts() {
        TextVersion.Written version = translate(OnLowQuality.FLAG);
        assertThat(version.text()).contains("Xob wakes");
        Finding finding = version.segments().get(1).findings().get(0);
        assertThat(finding.source()).isEqualTo(new Span(14, 15));
        assertThat(finding.target()).isEqualTo(new Span(14, 15));
        assertThat(version.findings()).containsExactly(finding);
    }

    @Test
    void theSourceStandsForASentenceThatIsRefused() {
        TextVersion.Written version = translate(OnLowQuality.SOURCE);
        assertThat(version.text()).isEqualTo(TEXT);
        assertThat(version.status()).isEqualTo(Status.TRANSLATED);
        assertThat(version.segments())
                .extracting(Segment::kept)
                .containsExactly(false, true, false);
        assertThat(version.findings()).extracting(Finding::target).containsOnlyNulls();
    }

    @Test
    void aVersionOfWhichEverySentenceIsRefusedIsTheSource() {
        SpelledModel wrong = new SpelledModel(text -> "X " + text).lookedAt(NO_X);
        assertThat(translate(wrong, OnLowQuality.SOURCE).status()).isEqualTo(Status.SOURCE);
    }

    @Test
    void aVersionWithASentenceThatIsRefusedMayFailAlone() {
        List<TextVersion> versions =
                model
                        .translator()
                        .texts(
                                List.of(
                                        new SourceText(TEXT, EN),
                                        new SourceText("Alice sleeps.", EN)),
                                new Wanted(List.of(PT), OnLowQuality.FAIL),
                                deadline())
                        .versions()
                        .stream()
                        .map(each -> each.get(0))
                        .toList();
        assertThat(versions)
                .extracting(TextVersion::status)
                .containsExactly(Status.LOW_QUALITY, Status.TRANSLATED);
    }

    @Test
    void aCallFailsWhenEveryVersionDoes() {
        assertThatExceptionOfType(DragomanException.class)
                .isThrownBy(() -> translate(OnLowQuality.FAIL))
                .satisfies(failed -> assertThat(failed.code()).isEqualTo(ErrorCode.LOW_QUALITY));
    }

    private TextVersion.Written translate(OnLowQuality policy) {
        return translate(model, policy);
    }

    private static TextVersion.Written translate(SpelledModel by, OnLowQuality policy) {
        return (TextVersion.Written)
                by.translator()
                        .texts(
                                List.of(new SourceText(TEXT, EN)),
                                new Wanted(List.of(PT), policy),
                                deadline())
                        .versions()
                        .get(0)
                        .get(0);
    }

    private static Deadline deadline() {
        return Deadline.after(Duration.ofMinutes(1));
    }
}
