package org.dragoman.quality.fact;

import org.dragoman.text.Span;

/**
 * Something no translation changes. Immutable.
 *
 * @param text what stands there
 */
public record Literal(Span span, Kind kind, String text) {
    /** What it is. */
    public enum Kind {
        /** A web address, with a scheme or as a host with a well-known last part. */
        ADDRESS,
        /** An e-mail address. */
        MAIL,
        /** A name with an at sign before it. */
        HANDLE,
        /** A word with a number sign before it. */
        HASHTAG,
        /** What a program puts a value in: {name}, {{name}}, ${name}, %s, %1$d. */
        PLACEHOLDER,
        /** A tag of HTML or XML. */
        TAG
    }
}
