package org.dragoman.quality.fact;

import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A run of letters, or a number in digits or Chinese numerals.
 *
 * @param form of letters, in small letters and without what is silent; empty for a number
 * @param linked whether only spaces or hyphens stand between it and the token before
 * @param figure the number; null for letters
 */
record Token(Span span, String form, boolean linked, @Nullable Figure figure) {
    Token reformed(String other) {
        return new Token(span, other, linked, figure);
    }

    int start() {
        return span.start();
    }

    int end() {
        return span.end();
    }
}
