package org.dragoman.quality.claim;

import java.util.Objects;

/**
 * A sentence of a summary. Immutable.
 *
 * @param likeness cosine to the nearest sentence of the article, of sentence vectors; NaN when none
 *     were compared
 */
public record Claim(String text, double likeness) {
    public Claim {
        Objects.requireNonNull(text);
    }

    /** A sentence that was not compared by meaning. */
    public static Claim of(String text) {
        return new Claim(text, Double.NaN);
    }
}
