package org.dragoman.model;

import java.util.Locale;

/** What a model is for. */
public enum ModelTask {
    /** Writes a text in another language. */
    TRANSLATION,
    /** Writes a shorter text in the same language. */
    SUMMARIZATION,
    /** Gives a sentence as a vector. */
    EMBEDDING;

    /** The name in cards and on the command line: {@code translation}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
