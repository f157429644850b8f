package org.dragoman.quality.segment;

/**
 * Finds the quotation marks of a text. A single mark counts where it opens before a word and
 * another closes after a later one; the rest are apostrophes.
 */
final class QuotationMarks {
    /** What stands for a mark in {@link #plain}. */
    static final char MARK = '"';

    private static final String DOUBLE = "\"“”„‟«»＂「」『』〝〞";
    private static final String SINGLE = "'‘’‚‛‹›";
    private static final int LONGEST = 400;

    private QuotationMarks() {}

    /** {@code text} of the same length with {@link #MARK} for every mark and no other. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        int open = -1;
        for (int at = 0; at < text.length(); at++) {
            if (DOUBLE.indexOf(text.charAt(at)) >= 0) {
                plain.setCharAt(at, MARK);
            } else if (SINGLE.indexOf(text.charAt(at)) >= 0) {
                plain.setCharAt(at, ' ');
                if (open >= 0 && at - open < LONGEST && closes(text, at)) {
                    plain.setCharAt(open, MARK);
                    plain.setCharAt(at, MARK);
                    open = -1;
                } else if (opens(text, at)) {
                    open = at;
                }
            }
        }
        return plain.toString();
    }

    private static boolean opens(String text, int at) {
        return !letterAt(text, at - 1) && letterAt(text, at + 1);
    }

    private static boolean closes(String text, int at) {
        return !letterAt(text, at + 1) && !Character.isSpaceChar(text.charAt(at - 1));
    }

    private static boolean letterAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
