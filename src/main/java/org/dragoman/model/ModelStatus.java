package org.dragoman.model;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A model as an operator sees it.
 *
 * @param problem why it failed, naming the file; null unless the state is failed
 * @param progress how far its installation is; null unless the state is installing
 * @param variant which of the publisher's sizes; empty where there is one
 * @param from languages it reads, in alphabetical order
 * @param to languages it writes; empty for an embedder
 * @param bytes of its files as they are installed, as far as that is known before; 0 when it is not
 * @param bytesOnDisk of its installed files; 0 when it is not installed
 * @param bytesInMemory outside the heap; 0 when it is not loaded
 * @param precision how its weights are held, or would be
 * @param revision empty as long as nobody knows it: the first installation pins it
 */
public record ModelStatus(
        String name,
        String family,
        ModelTask task,
        String variant,
        ModelState state,
        @Nullable String problem,
        ModelStore.@Nullable Underway progress,
        List<LanguageTag> from,
        List<LanguageTag> to,
        long bytes,
        long bytesOnDisk,
        long bytesInMemory,
        Precision precision,
        String revision,
        String licence,
        Upstream.@Nullable Published published) {
    public ModelStatus {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** The same model while it is being installed. */
    public ModelStatus installing(ModelStore.Underway underway) {
        return new ModelStatus(
                name,
                family,
                task,
                variant,
                ModelState.INSTALLING,
                null,
                underway,
                from,
                to,
                bytes,
                bytesOnDisk,
                bytesInMemory,
                precision,
                revision,
                licence,
                published);
    }

    /** Whether the licence of the weights forbids use for money. */
    public boolean nonCommercial() {
        return Upstream.nonCommercial(licence);
    }
}
