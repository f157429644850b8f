package org.dragoman.model;

import java.nio.file.Path;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** The port a runtime implements: installed files in, a model in memory out. Thread-safe. */
public interface ModelLoader {
    /** Whether this runtime knows the card's family. */
    boolean runs(ModelCard card);

    /**
     * Loads a model whose files have been verified.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it, when a file is damaged or holds a value that is not supported
     */
    LoadedModel load(InstalledModel installed, Precision precision);

    /**
     * The languages that the tokenizer of a folder marks with ids of their own, so that the model
     * writes any of them; empty for a folder of another kind.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    default Set<LanguageTag> languages(Path folder) {
        return Set.of();
    }

    /** The precisions it can hold this model in. */
    default Set<Precision> precisions(ModelCard card) {
        return Set.of(Precision.values());
    }

    /** How this model is held on this machine unless somebody says otherwise, and why. */
    PrecisionChoice usual(ModelCard card);

    /**
     * What the model will take outside the heap, as far as it can be told before it is loaded; the
     * pool makes this much room first, and asks the loaded model afterwards.
     */
    default long expectedBytes(InstalledModel installed, Precision precision) {
        return installed.card().file(ModelFile.Role.WEIGHTS).bytes();
    }
}
