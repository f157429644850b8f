package org.dragoman.language;

import java.util.regex.Pattern;

/** The part of a text that is enough to tell its language by, and how much evidence it holds. */
final class Sample {
    /** Units of each of the three pieces of a long text; more changes no answer. */
    private static final int PIECE = 250;

    private static final Pattern ADDRESS =
            Pattern.compile("\\S{0,80}(?:://|@|www\\.)\\S{0,200}", Pattern.CASE_INSENSITIVE);

    private Sample() {}

    /** The text, or pieces from its start, middle and end, without addresses. */
    static String of(String text) {
        String sample = text;
        if (text.length() > 3 * PIECE) {
            int middle = (text.length() - PIECE) / 2;
            sample =
                    piece(text, 0)
                            + ' '
                            + piece(text, middle)
                            + ' '
                            + piece(text, text.length() - PIECE);
        }
        return ADDRESS.matcher(sample).replaceAll(" ");
    }

    /** Without the words its ends would cut, where there are spaces. */
    private static String piece(String text, int start) {
        String piece = text.substring(start, start + PIECE);
        int first = start == 0 ? 0 : piece.indexOf(' ') + 1;
        int last = start + PIECE == text.length() ? PIECE : piece.lastIndexOf(' ');
        return last > first ? piece.substring(first, last) : piece;
    }

    /** Groups of three letters in a row, each inside a word. */
    static int trigrams(String text) {
        int trigrams = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = Character.isLetter(text.charAt(i)) ? run + 1 : 0;
            trigrams += run >= 3 ? 1 : 0;
        }
        return trigrams;
    }
}
