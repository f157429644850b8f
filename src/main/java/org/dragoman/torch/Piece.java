package org.dragoman.torch;

import java.nio.charset.StandardCharsets;

/**
 * An entry of a SentencePiece vocabulary.
 *
 * @param utf8 its text in UTF-8, spaces as {@link #SPACE}; not to be changed
 * @param text the same as a string
 * @param score log-probability
 */
@SuppressWarnings("ArrayRecordComponent")
record Piece(byte[] utf8, String text, float score, Kind kind) {
    /** U+2581, which stands for a space inside pieces. */
    static final String SPACE = "\u2581";

    /** What an unknown piece is decoded to when the file says nothing else. */
    static final String UNKNOWN_SURFACE = " \u2047 ";

    /** A text that is no piece of the model: it is decoded to itself, with its spaces. */
    static Piece foreign(String text) {
        String spaced = text.replace(SPACE, " ");
        return new Piece(spaced.getBytes(StandardCharsets.UTF_8), spaced, 0, Kind.UNKNOWN);
    }

    /** What a piece is for. */
    enum Kind {
        NORMAL,
        UNKNOWN,
        CONTROL,
        USER_DEFINED,
        UNUSED,
        BYTE
    }
}
