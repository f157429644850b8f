package org.dragoman.model;

import java.util.List;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/** The door to the models: what there is, what is installed, and leases on it. Thread-safe. */
public interface Models {
    /** Every model the service knows, by name. */
    List<ModelCard> cards();

    /** The installed model that translates this pair directly, if there is one. */
    Optional<ModelCard> translator(LanguageTag from, LanguageTag to);

    /** The installed model that summarizes texts of this language, if there is one. */
    Optional<ModelCard> summarizer(LanguageTag language);

    /** The installed model that embeds sentences of this language, if there is one. */
    Optional<ModelCard> embedder(LanguageTag language);

    /**
     * A lease on a model; loads it when it is not in memory, while other callers for it wait.
     *
     * @throws org.dragoman.failure.DragomanException model-unknown, model-not-installed,
     *     model-unavailable (damaged file, or more memory than the budget)
     */
    Lease lease(String name);
}
