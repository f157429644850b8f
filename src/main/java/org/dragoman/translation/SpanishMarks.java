package org.dragoman.translation;

import java.util.regex.Pattern;

/**
 * The marks that open a question or an exclamation in Spanish (¿ ¡), set where the model left them
 * out: only when the sentence is one question from end to end, or the one quotation it ends with
 * is, since else nobody can tell where the question begins.
 */
final class SpanishMarks {
    private static final Pattern SEVERAL = Pattern.compile("[.!?:;…]\\p{P}*\\s");
    private static final String OPENING = "\"“«‘(¿¡";
    private static final String CLOSING = "\"”»’)";

    private SpanishMarks() {}

    /**
     * The answer with the mark that opens it.
     *
     * @param source what was translated: a question or exclamation itself
     */
    static String open(String source, String answer) {
        int end = end(answer);
        char mark = end > 0 ? answer.charAt(end - 1) : ' ';
        return switch (mark) {
            case '?' -> asks(source, "?？؟;") ? opened(answer, '¿', end) : answer;
            case '!' -> asks(source, "!！") ? opened(answer, '¡', end) : answer;
            default -> answer;
        };
    }

    private static String opened(String answer, char mark, int end) {
        int start = end == answer.length() ? 0 : quotation(answer, end);
        while (start >= 0 && start < end && OPENING.indexOf(answer.charAt(start)) >= 0) {
            start++;
        }
        boolean unsure =
                start < 0
                        || answer.indexOf(mark) >= 0
                        || SEVERAL.matcher(answer).region(start, end - 1).find();
        return unsure ? answer : answer.substring(0, start) + mark + answer.substring(start);
    }

    private static boolean asks(String source, String marks) {
        int end = end(source.strip());
        return end > 0 && marks.indexOf(source.strip().charAt(end - 1)) >= 0;
    }

    /** The end without closing marks. */
    private static int end(String text) {
        int end = text.length();
        while (end > 0 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Where the last quotation begins; -1 when that cannot be told. */
    private static int quotation(String answer, int end) {
        for (int at = end - 1; at >= 0; at--) {
            if ("\"“«‘(".indexOf(answer.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }
}
