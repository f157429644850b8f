package org.dragoman.quality.segment;

import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;

/** What rules know of a language. Immutable. */
record Tongue(LanguageTag language, WritingSystem writing) {
    static Tongue of(LanguageTag language) {
        return new Tongue(language, WritingSystem.of(language));
    }
}
