package org.dragoman.language;

import java.util.Objects;

/**
 * A language a text may be in. Immutable.
 *
 * @param confidence 0 to 1, the chance that it is this one: of a hundred texts with 0.7, about
 *     seventy are
 */
public record Detected(LanguageTag language, double confidence) {
    public Detected {
        Objects.requireNonNull(language);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Not a confidence: " + confidence);
        }
    }
}
