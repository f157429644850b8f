package org.dragoman.article;

import org.dragoman.text.Span;

/** White space and line breaks as Unicode has them, the no-break spaces included. */
final class White {
    private static final char NEXT_LINE = '\u0085';

    private White() {}

    static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
    }

    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == NEXT_LINE || c == '\u2028' || c == '\u2029';
    }

    /** The stretch of {@code text} between two indexes without the white space at its ends. */
    static Span trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && is(text.charAt(first))) {
            first++;
        }
        while (last > first && is(text.charAt(last - 1))) {
            last--;
        }
        return new Span(first, last);
    }
}
