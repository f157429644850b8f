package org.dragoman.summarization;

import java.util.Locale;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;

/** The installed models that write summaries. Thread-safe. */
final class Writers {
    private final Models models;
    private final Inference inference;
    private final SentenceSplitter splitter;
    private final ClauseSplitter clauses;

    Writers(Models models, Inference inference, SentenceSplitter splitter, ClauseSplitter clauses) {
        this.models = models;
        this.inference = inference;
        this.splitter = splitter;
        this.clauses = clauses;
    }

    /** Whether one writes in a language. */
    boolean has(LanguageTag language) {
        return models.summarizer(language).isPresent();
    }

    /**
     * One, leased for a call, which closes it.
     *
     * @throws DragomanException model-not-installed when none writes in the language
     */
    Writer of(LanguageTag language, Deadline deadline) {
        ModelCard card =
                models.summarizer(language)
                        .orElseThrow(
                                () ->
                                        new DragomanException(
                                                ErrorCode.MODEL_NOT_INSTALLED,
                                                "No model that writes summaries in "
                                                        + language.name(Locale.ENGLISH)
                                                        + " is installed."));
        return new Writer(models.lease(card.name()), inference, language, deadline);
    }

    Fusion fusion(Writer writer, Subject subject) {
        return new Fusion(writer, subject, splitter, clauses);
    }
}
