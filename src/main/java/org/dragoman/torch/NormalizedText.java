package org.dragoman.torch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dragoman.text.Span;

/**
 * A normalised text in UTF-8 that grows at its end; each byte knows the UTF-16 span of the original
 * it came from. Not thread-safe.
 */
final class NormalizedText {
    private byte[] bytes;
    private int[] starts;
    private int[] ends;
    private int length;

    NormalizedText(int capacity) {
        bytes = new byte[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    void append(byte value, int start, int end) {
        if (length == bytes.length) {
            int wider = Math.max(16, length * 2);
            bytes = Arrays.copyOf(bytes, wider);
            starts = Arrays.copyOf(starts, wider);
            ends = Arrays.copyOf(ends, wider);
        }
        bytes[length] = value;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    void append(byte[] values, int start, int end) {
        for (byte value : values) {
            append(value, start, end);
        }
    }

    /** Takes {@code suffix} off the end as often as it stands there. */
    void stripEnd(byte[] suffix) {
        while (length >= suffix.length
                && Arrays.equals(bytes, length - suffix.length, length, suffix, 0, suffix.length)) {
            length -= suffix.length;
        }
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /** The bytes from {@code from} to {@code to} as text. */
    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /**
     * What the bytes from {@code from} to {@code to} stand for; bytes that were added count not.
     */
    Span span(int from, int to) {
        int first = from;
        while (first < to - 1 && starts[first] == ends[first]) {
            first++;
        }
        return new Span(starts[first], ends[to - 1]);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
