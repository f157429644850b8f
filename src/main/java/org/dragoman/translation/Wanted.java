package org.dragoman.translation;

import java.util.List;
import java.util.Objects;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;

/**
 * The versions that are wanted. Immutable.
 *
 * @param targets in the order of the answer
 * @param policy what becomes of one that is not good enough
 */
public record Wanted(List<LanguageTag> targets, OnLowQuality policy) {
    public Wanted {
        targets = List.copyOf(targets);
        Objects.requireNonNull(policy);
    }

    /** Versions in these languages, whatever is found in them. */
    public static Wanted flagged(List<LanguageTag> targets) {
        return new Wanted(targets, OnLowQuality.FLAG);
    }
}
