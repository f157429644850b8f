package org.dragoman.quality.segment;

/** The digits of a text. */
final class Digits {
    private Digits() {}

    /** The digits of {@code text} as those of ASCII; a space for all that parts numbers surely. */
    static String of(String text) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (Character.isDigit(unit)) {
                digits.append(Character.digit(unit, 10));
            } else if (Character.isLetter(unit) || Character.isSpaceChar(unit)) {
                digits.append(' ');
            }
        }
        return digits.toString();
    }
}
