package org.dragoman.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.language.Detected;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.web.Findings;
import org.dragoman.web.Provenance;
import org.dragoman.web.Service;
import org.dragoman.web.Stopwatch;
import org.dragoman.web.TextBounds;
import org.dragoman.web.Timing;
import org.jspecify.annotations.Nullable;

/** The whole way of a call for a check, over HTTP or from the command line. Thread-safe. */
@ApplicationScoped
public class Checks {
    private final LanguageDetector detector;
    private final TextBounds bounds;
    private final SummaryCheck summaries;
    private final TranslationCheck translations;

    Checks(
            LanguageDetector detector,
            TextBounds bounds,
            SummaryCheck summaries,
            TranslationCheck translations) {
        this.detector = detector;
        this.bounds = bounds;
        this.summaries = summaries;
        this.translations = translations;
    }

    /**
     * The answer to a request.
     *
     * @param queueMillis how long the request waited before this
     * @throws DragomanException invalid-field; too-large; language-undetected; and what reading the
     *     source by a model fails with
     */
    public CheckAnswer answer(CheckRequest request, Deadline deadline, long queueMillis) {
        Stopwatch watch = new Stopwatch();
        CheckRequest.Checked asked = request.checked();
        bounds.admit(List.of(asked.source(), asked.text()), 1, deadline);
        LanguageTag language = language(asked.source(), request.sourceLanguage(), "sourceLanguage");
        Told told =
                asked.translation()
                        ? translations.of(
                                new Told.Text(asked.source(), language),
                                new Told.Text(
                                        asked.text(),
                                        language(
                                                asked.text(),
                                                request.textLanguage(),
                                                "textLanguage")),
                                deadline)
                        : summaries.of(
                                new Told.Text(asked.source(), language), asked.text(), deadline);
        Findings.told(told.sentences().stream().flatMap(sentence -> sentence.findings().stream()));
        return new CheckAnswer(
                told.sentences().stream().mapToDouble(CheckAnswer.Sentence::risk).max().orElse(0),
                told.sentences(),
                new Provenance(Service.nameAndVersion(), told.models()),
                new Timing(queueMillis, null, null, null, queueMillis + watch.total()));
    }

    private LanguageTag language(String text, @Nullable LanguageTag named, String field) {
        return Objects.requireNonNullElseGet(
                named,
                () ->
                        detector.best(text)
                                .map(Detected::language)
                                .orElseThrow(
                                        () ->
                                                new DragomanException(
                                                        ErrorCode.LANGUAGE_UNDETECTED,
                                                        "The text does not tell its language; name"
                                                                + " it in the field "
                                                                + field
                                                                + ".")));
    }
}
