package org.dragoman.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/** The door to the models: what there is, what is installed, and leases on it. Thread-safe. */
public interface Models {
    /** Every model the service knows, by name. */
    List<ModelCard> cards();

    /** The ways from language to language by the translators there are now. */
    RouteGraph routes();

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

    /**
     * The same, but where the model does not fit beside the models in use this waits until it does.
     * Only for a caller that holds no lease: two that hold what the other needs would wait in vain.
     *
     * @param patience how long to wait at most; then the refusal is told
     */
    default Lease lease(String name, Duration patience) {
        return lease(name);
    }
}
