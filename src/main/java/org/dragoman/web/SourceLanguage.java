package org.dragoman.web;

import org.dragoman.language.LanguageTag;

/**
 * The language of a text as answers tell it.
 *
 * @param confidence 0 to 1; 1 when the caller named the language
 * @param detected whether it was told from the text
 */
public record SourceLanguage(LanguageTag code, double confidence, boolean detected) {
    /** The language the caller named. */
    public static SourceLanguage given(LanguageTag code) {
        return new SourceLanguage(code, 1.0, false);
    }
}
