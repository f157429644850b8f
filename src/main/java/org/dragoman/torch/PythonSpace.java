package org.dragoman.torch;

/**
 * White space as Python's {@code str.strip} has it: the bidirectional types WS, B and S, and the
 * category Zs. All of it is in the basic plane.
 */
final class PythonSpace {
    private PythonSpace() {}

    static boolean is(char unit) {
        return (unit >= '\t' && unit <= '\r')
                || (unit >= '\u001c' && unit <= ' ')
                || unit == '\u0085'
                || unit == '\u2028'
                || unit == '\u2029'
                || Character.getType(unit) == Character.SPACE_SEPARATOR;
    }

    /** The first index from {@code from} on that is no space, or {@code to}. */
    static int skip(String text, int from, int to) {
        int at = from;
        while (at < to && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The last index down to {@code from} that has no space before it. */
    static int skipBack(String text, int from, int to) {
        int at = to;
        while (at > from && is(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    static String strip(String text) {
        int start = skip(text, 0, text.length());
        return text.substring(start, skipBack(text, start, text.length()));
    }
}
