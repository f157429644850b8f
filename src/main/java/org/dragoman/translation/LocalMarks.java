package org.dragoman.translation;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/**
 * ASCII punctuation after letters of a script that has marks of its own: the comma, semicolon and
 * question mark of Arabic and Persian, the question mark of Greek, the danda of Hindi and Bengali
 * and the full stop of Urdu, which end a sentence. Gujarati, Kannada, Malayalam, Marathi, Tamil and
 * Telugu newspapers write a full stop.
 *
 * @param script of the letter a mark must follow
 * @param ascii the marks replaced
 * @param local what by, in the same order
 * @param last those of {@code ascii} that are replaced only at the end of the text
 */
record LocalMarks(UnicodeScript script, String ascii, String local, String last) {
    /** An abbreviation has this many letters; its dot is no full stop. */
    private static final int SHORT = 2;

    static Optional<LocalMarks> of(LanguageTag language) {
        return switch (language.language()) {
            case "ar", "fa", "ckb", "ps" ->
                    Optional.of(new LocalMarks(UnicodeScript.ARABIC, ",;?", "،؛؟", ""));
            case "ur" -> Optional.of(new LocalMarks(UnicodeScript.ARABIC, ",;?.", "،؛؟۔", "."));
            case "el" -> Optional.of(new LocalMarks(UnicodeScript.GREEK, "?", ";", ""));
            case "hi", "ne" -> Optional.of(new LocalMarks(UnicodeScript.DEVANAGARI, ".", "।", "."));
            case "bn", "as" -> Optional.of(new LocalMarks(UnicodeScript.BENGALI, ".", "।", "."));
            default -> Optional.empty();
        };
    }

    String replace(String answer) {
        if (answer.codePoints().noneMatch(this::own)) {
            return answer;
        }
        StringBuilder written = new StringBuilder(answer);
        for (int i = 0; i < answer.length(); i++) {
            int mark = ascii.indexOf(answer.charAt(i));
            if (mark >= 0 && replaces(answer, i)) {
                written.setCharAt(i, local.charAt(mark));
            }
        }
        return written.toString();
    }

    private boolean replaces(String answer, int at) {
        char sign = answer.charAt(at);
        boolean ends = Letters.last(answer, at + 1);
        boolean after = own(Letters.before(answer, at));
        if (last.indexOf(sign) >= 0) {
            return ends && after && !shortened(answer, at);
        }
        return after || (sign == '?' && ends);
    }

    private static boolean shortened(String answer, int at) {
        return at - 1 - answer.lastIndexOf(' ', at) <= SHORT
                || (at > 0 && answer.charAt(at - 1) == '.');
    }

    private boolean own(int sign) {
        return UnicodeScript.of(sign) == script;
    }
}
