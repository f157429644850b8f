package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence of a paragraph, or one line of a page whose lines were run together: scrapers that do
 * so end a line that had no stop with a stop after a space.
 *
 * @param start index in the paragraph
 * @param end after the stop
 * @param spaced whether white space stands before the stop
 * @param words without the punctuation
 */
record Fragment(int start, int end, boolean spaced, List<Word> words) {
    private static final String STOPS = ".!?…";
    private static final String CLOSING = "\"'”’»)]";

    static List<Fragment> of(String text) {
        List<Fragment> fragments = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (STOPS.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            int end = afterClosing(text, i + 1);
            int next = afterWhite(text, end);
            boolean spaced = isSpaced(text, i);
            if (ends(text, end, next, spaced)) {
                fragments.add(of(text, start, end, spaced));
                start = next;
                i = next - 1;
            }
        }
        if (start < text.length()) {
            fragments.add(of(text, start, text.length(), false));
        }
        return fragments;
    }

    private static boolean isSpaced(String text, int stop) {
        return text.charAt(stop) == '.' && stop > 0 && White.is(text.charAt(stop - 1));
    }

    private static boolean ends(String text, int end, int next, boolean spaced) {
        return next == text.length() || (next > end && (spaced || !isLow(text, next)));
    }

    private static Fragment of(String text, int start, int end, boolean spaced) {
        return new Fragment(start, end, spaced, Word.of(text.substring(start, end)));
    }

    private static int afterClosing(String text, int index) {
        int end = index;
        while (end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static int afterWhite(String text, int index) {
        int end = index;
        while (end < text.length() && White.is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLow(String text, int index) {
        return Character.isLowerCase(text.codePointAt(index));
    }

    boolean beginsLow(String text) {
        return isLow(text, start);
    }
}
