package org.dragoman.translation;

/**
 * The sign before the last letter of a Hebrew acronym (צה״ל), most often typed as a quotation mark,
 * which it is not. Between two Hebrew letters a mark opens a quotation only after one or two of the
 * letters that Hebrew writes together with the next word (ב"הארץ"), and when it is closed later.
 */
final class Gershayim {
    private static final String PREFIXES = "ובהכלמש";
    private static final int LONGEST_PREFIX = 2;

    private Gershayim() {}

    /** Whether the mark at {@code at} is one. */
    static boolean at(String text, int at) {
        return letter(text, at - 1)
                && letter(text, at + 1)
                && !(letter(text, at + 2) && prefixed(text, at) && closed(text, at));
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= 'א' && text.charAt(at) <= 'ת';
    }

    private static boolean prefixed(String text, int at) {
        int start = at;
        while (letter(text, start - 1)) {
            start--;
        }
        return at - start <= LONGEST_PREFIX
                && text.substring(start, at).chars().allMatch(c -> PREFIXES.indexOf(c) >= 0);
    }

    private static boolean closed(String text, int at) {
        int close = text.indexOf(text.charAt(at), at + 1);
        while (close >= 0 && letter(text, close + 1)) {
            close = text.indexOf(text.charAt(at), close + 1);
        }
        return close >= 0;
    }
}
