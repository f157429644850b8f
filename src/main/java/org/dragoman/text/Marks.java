package org.dragoman.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** The kinds of characters that matter where a sentence ends. */
final class Marks {
    private static final String CLOSING = "\"'”’»›)]}〉》」』】〕）］｝＂＇";
    private static final String OPENING = "\"'“‘«‹„‚([{¿¡〈《「『【〔（［｛";
    private static final String QUOTES = "\"'“”‘’«»‹›„‚";
    private static final String CONTINUING = ",;:-–—&/%،؛、，；：";

    private Marks() {}

    /** Unicode's Sentence_Terminal, the ellipsis, and the Greek question mark. */
    static boolean terminates(int point) {
        if (point < 0x80) {
            return point == '.' || point == '!' || point == '?';
        }
        return point == '…'
                || point == 0x37E
                || UCharacter.hasBinaryProperty(point, UProperty.S_TERM);
    }

    static boolean closes(int point) {
        return CLOSING.indexOf(point) >= 0;
    }

    static boolean opens(int point) {
        return OPENING.indexOf(point) >= 0;
    }

    static boolean quotes(int point) {
        return QUOTES.indexOf(point) >= 0;
    }

    /** Marks no sentence begins with: the one before goes on. */
    static boolean continues(int point) {
        return CONTINUING.indexOf(point) >= 0 || terminates(point);
    }

    /** Characters that belong to the one before them: combining marks, joiners, direction marks. */
    static boolean attaches(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default ->
                    switch (point) {
                        case 0x61C, 0x200C, 0x200D, 0x200E, 0x200F, 0x202C, 0x2069 -> true;
                        default -> point >= 0x1F3FB && point <= 0x1F3FF;
                    };
        };
    }

    static boolean breaksLine(char unit) {
        return switch (unit) {
            case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }
}
