package org.dragoman.translation;

import java.util.List;
import java.util.Objects;
import org.dragoman.text.Span;

/**
 * A part of a digest to translate.
 *
 * @param sentences where the text's sentences stand when that is known already, ascending and
 *     apart; empty: they are found
 */
public record Part(Kind kind, String text, List<Span> sentences) {
    public Part {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        sentences = List.copyOf(sentences);
    }

    public static Part of(Kind kind, String text) {
        return new Part(kind, text, List.of());
    }

    /** Which part it is; the wire form is the name in lower case. */
    public enum Kind {
        HEADLINE,
        SUMMARY,
        ARTICLE
    }
}
