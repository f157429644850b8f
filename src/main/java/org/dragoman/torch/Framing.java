package org.dragoman.torch;

import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.language.LanguageTag;

/** Chooses what stands around a row's pieces. Immutable and thread-safe. */
interface Framing {
    /** The frame when no language is named. */
    Frame usual();

    /**
     * The frame of a source text.
     *
     * @throws org.dragoman.failure.DragomanException language-unsupported when the model marks
     *     languages and has no mark for this one
     */
    Frame between(LanguageTag from, LanguageTag to);

    /**
     * What is written before a source that is to be translated into this language; usually nothing.
     *
     * @throws org.dragoman.failure.DragomanException as {@link #between}
     */
    default String lead(LanguageTag to) {
        return "";
    }

    /**
     * The id a target in this language begins with, if any.
     *
     * @throws org.dragoman.failure.DragomanException as {@link #between}
     */
    OptionalInt opening(LanguageTag language);

    /** The languages with a mark of their own. */
    Set<LanguageTag> languages();
}
