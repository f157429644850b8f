package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/** Finds what stands between an opening quotation mark and its closing one. */
final class Quotations {
    private static final String OPENING = "\"“«„‘'`「『";

    /** What is not closed within so many units is no quotation, but an apostrophe. */
    private static final int LONGEST = 1_000;

    private Quotations() {}

    /** The quotations of {@code text} without their marks, in order; none lies in another. */
    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = opens(text, at) ? closing(text, at) : -1;
            if (end > at + 1) {
                found.add(new Span(at + 1, end));
            }
            at = Math.max(at, end) + 1;
        }
        return found;
    }

    private static boolean opens(String text, int at) {
        return OPENING.indexOf(text.charAt(at)) >= 0
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1));
    }

    private static int closing(String text, int start) {
        String marks = closing(text.charAt(start));
        int limit = Math.min(text.length(), start + LONGEST);
        for (int at = start + 1; at < limit; at++) {
            boolean last = at + 1 == text.length();
            if (marks.indexOf(text.charAt(at)) >= 0
                    && (last || !Character.isLetterOrDigit(text.charAt(at + 1)))) {
                return at;
            }
        }
        return -1;
    }

    private static String closing(char opening) {
        return switch (opening) {
            case '“' -> "”";
            case '«' -> "»";
            case '„' -> "“”";
            case '"' -> "\"";
            case '「' -> "」";
            case '『' -> "』";
            default -> "'’";
        };
    }
}
