package org.dragoman.model;

import java.util.List;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A model as an operator sees it.
 *
 * @param problem why it failed, naming the file; null unless the state is failed
 * @param from languages it reads, in alphabetical order
 * @param to languages it writes; empty for an embedder
 * @param bytesOnDisk of its installed files; 0 when it is not installed
 * @param bytesInMemory outside the heap; 0 when it is not loaded
 * @param precision how its weights are held, or would be
 */
public record ModelStatus(
        String name,
        String family,
        ModelState state,
        @Nullable String problem,
        List<LanguageTag> from,
        List<LanguageTag> to,
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
}
