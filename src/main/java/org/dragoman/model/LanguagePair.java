package org.dragoman.model;

import java.util.Objects;
import org.dragoman.language.LanguageTag;

/** A direction that texts can be translated in. Immutable. */
public record LanguagePair(LanguageTag from, LanguageTag to) {
    public LanguagePair {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
    }

    /** As it is written on the command line: {@code en-de}. */
    @Override
    public String toString() {
        return from + "-" + to;
    }
}
