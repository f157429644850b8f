package org.dragoman.model;

import java.util.Objects;
import org.dragoman.language.LanguageTag;

/**
 * A step of a route: one model, from one language into another. Immutable.
 *
 * @param from as the caller writes it at the beginning of a route, the pivot's tag elsewhere
 * @param to as the caller writes it at the end of a route, the pivot's tag elsewhere
 */
public record Hop(ModelCard model, Reach reach, LanguageTag from, LanguageTag to) {
    public Hop {
        Objects.requireNonNull(model);
        Objects.requireNonNull(reach);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }
}
