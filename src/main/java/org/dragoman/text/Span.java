package org.dragoman.text;

/**
 * A stretch of a text in UTF-16 code units, 0 ≤ start ≤ end, end exclusive. Immutable.
 *
 * @param start index of the first unit
 * @param end index after the last unit
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("Not a span: " + start + ".." + end);
        }
    }

    /** Number of UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** The stretch of {@code text} this names. */
    public String in(String text) {
        return text.substring(start, end);
    }

    /** The same stretch in a text that has {@code offset} units before this one's. */
    public Span shift(int offset) {
        return new Span(start + offset, end + offset);
    }
}
