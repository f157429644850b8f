package org.dragoman.torch;

import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/**
 * Marian's rows for models with several target languages: the mark of the target is written before
 * the source. Immutable and thread-safe.
 */
record MarkedFraming(LanguageMarks marks, Frame usual) implements Framing {
    @Override
    public Frame between(LanguageTag from, LanguageTag to) {
        return usual;
    }

    @Override
    public String lead(LanguageTag to) {
        return marks.of(to).item() + " ";
    }

    @Override
    public OptionalInt opening(LanguageTag language) {
        return OptionalInt.empty();
    }

    @Override
    public Set<LanguageTag> languages() {
        return marks.tags();
    }
}
