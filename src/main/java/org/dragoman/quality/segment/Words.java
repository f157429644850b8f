package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dragoman.language.WritingSystem;
import org.dragoman.text.Span;

/** Parts a text into words; in scripts that write words without spaces a letter counts as one. */
final class Words {
    /** Longer ones are cut. */
    private static final int LONGEST = 60;

    private Words() {}

    /**
     * @param form in small letters
     * @param capital whether its first letter is one
     */
    record Word(Span span, String form, boolean capital) {}

    /** The words of {@code text} in order: letters, marks and digits. */
    static List<Word> in(String text, Locale locale) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                String word = text.substring(at, end);
                boolean capital = Character.isUpperCase(word.codePointAt(0));
                words.add(new Word(new Span(at, end), word.toLowerCase(locale), capital));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static int end(String text, int start) {
        if (!part(text, start)) {
            return start;
        }
        int at = start + Character.charCount(text.codePointAt(start));
        boolean spaced = spaced(text, start);
        while (spaced
                && at < text.length()
                && at - start < LONGEST
                && part(text, at)
                && spaced(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Scripts without spaces begin with Thai. */
    private static boolean spaced(String text, int at) {
        return text.charAt(at) < '\u0E00' || WritingSystem.spacesWords(text.codePointAt(at));
    }

    private static boolean part(String text, int at) {
        int point = text.codePointAt(at);
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
