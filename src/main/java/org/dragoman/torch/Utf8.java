package org.dragoman.torch;

/**
 * A text in UTF-8 that knows its way back. A surrogate without its other half becomes U+FFFD.
 * Immutable.
 *
 * @param bytes the text
 * @param offsets for each byte the UTF-16 index of the character it belongs to, and at the end the
 *     text's length
 */
@SuppressWarnings("ArrayRecordComponent")
record Utf8(byte[] bytes, int[] offsets) {
    private static final int REPLACEMENT = 0xfffd;

    static Utf8 of(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            length += length(scalar(text, i));
        }
        byte[] bytes = new byte[length];
        int[] offsets = new int[length + 1];
        int at = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int scalar = scalar(text, i);
            int size = length(scalar);
            write(scalar, size, bytes, at);
            for (int end = at + size; at < end; at++) {
                offsets[at] = i;
            }
        }
        offsets[length] = text.length();
        return new Utf8(bytes, offsets);
    }

    /** Bytes of the character that starts with {@code lead}; 1 where none can start. */
    static int length(byte lead) {
        int value = lead & 0xff;
        if (value < 0xc0) {
            return 1;
        }
        return value < 0xe0 ? 2 : value < 0xf0 ? 3 : 4;
    }

    private static int scalar(String text, int index) {
        int point = text.codePointAt(index);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                ? REPLACEMENT
                : point;
    }

    private static int length(int scalar) {
        if (scalar < 0x80) {
            return 1;
        }
        return scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
    }

    private static void write(int scalar, int size, byte[] bytes, int at) {
        int rest = scalar;
        for (int i = size - 1; i > 0; i--) {
            bytes[at + i] = (byte) (0x80 | (rest & 0x3f));
            rest >>>= 6;
        }
        int lead = size == 1 ? 0 : 0xf00 >>> size & 0xff;
        bytes[at] = (byte) (lead | rest);
    }
}
