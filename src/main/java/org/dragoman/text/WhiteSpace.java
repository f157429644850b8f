package org.dragoman.text;

/**
 * What counts as white: Unicode's White_Space, and the characters without ink or width that scraped
 * pages use as spaces (U+180E, U+200B, U+2060, U+FEFF). All of it lies in the basic plane.
 */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether {@code unit}, a UTF-16 unit, is white. */
    public static boolean is(char unit) {
        return Character.isWhitespace(unit)
                || Character.isSpaceChar(unit)
                || switch (unit) {
                    case '\u0085', '\u180E', '\u200B', '\u2060', '\uFEFF' -> true;
                    default -> false;
                };
    }

    /** The first index from {@code from} on that is not white; {@code end} when all is. */
    public static int skip(String text, int from, int end) {
        int index = from;
        while (index < end && is(text.charAt(index))) {
            index++;
        }
        return index;
    }

    /** The end of what is left when white is taken off the end of {@code start..end}. */
    public static int skipBack(String text, int start, int end) {
        int index = end;
        while (index > start && is(text.charAt(index - 1))) {
            index--;
        }
        return index;
    }

    /** The span without white at its ends; empty, at its start, when all is white. */
    public static Span trim(String text, Span span) {
        int end = skipBack(text, span.start(), span.end());
        return end == span.start()
                ? new Span(end, end)
                : new Span(skip(text, span.start(), end), end);
    }
}
