package org.dragoman.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dragoman.quality.support.Support;
import org.dragoman.summarization.Form;
import org.dragoman.summarization.Method;
import org.dragoman.summarization.Reason;
import org.dragoman.summarization.Summary;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.junit.jupiter.api.Test;

class SummaryNotesTest {
    private static final Summary.Sentence SOUND =
            new Summary.Sentence("The port is open.", List.of(new Support(0, 17, 1)), List.of());
    private static final Summary.Sentence INVENTED =
            new Summary.Sentence(
                    "Aliens bought it.",
                    List.of(),
                    List.of(
                            new Finding(
                                    Finding.Kind.UNSUPPORTED,
                                    Finding.Severity.WARNING,
                                    null,
                                    new Span(18, 35))));

    @Test
    void aSoundSummaryNeedsNoNote() {
        assertThat(SummaryNotes.of(summary(Reason.REQUESTED, SOUND), "")).isEmpty();
    }

    @Test
    void aSentenceWithoutSupportIsNamed() {
        assertThat(SummaryNotes.of(summary(Reason.REQUESTED, SOUND, INVENTED), ""))
                .containsExactly("No sentence of the article is near this: Aliens bought it.");
    }

    @Test
    void aStandInIsToldAsOne() {
        assertThat(SummaryNotes.of(summary(Reason.GUARD_REJECTED, SOUND), ""))
                .singleElement()
                .asString()
                .startsWith("The model's sentences were refused");
    }

    private static Summary summary(Reason reason, Summary.Sentence... sentences) {
        return new Summary(
                Form.PARAGRAPH,
                Method.ABSTRACTIVE,
                reason,
                "tiny",
                null,
                "The port is open. Aliens bought it.",
                List.of(sentences),
                List.of());
    }
}
