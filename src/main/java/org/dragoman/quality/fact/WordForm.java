package org.dragoman.quality.fact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a word is made of and how it is written in a vocabulary. */
final class WordForm {
    /** Longer ones are cut: no word that tells a fact is. */
    private static final int LONGEST = 80;

    private WordForm() {}

    /**
     * {@code word} in small letters, composed, without marks that only guide the eye: soft hyphens,
     * joiners, Arabic vowels and tatweel.
     */
    static String of(String word, Locale locale) {
        StringBuilder kept = new StringBuilder(word.length());
        for (int at = 0; at < word.length(); at++) {
            if (!silent(word.charAt(at))) {
                kept.append(word.charAt(at));
            }
        }
        String small = kept.toString().toLowerCase(locale);
        return Normalizer.isNormalized(small, Normalizer.Form.NFC)
                ? small
                : Normalizer.normalize(small, Normalizer.Form.NFC);
    }

    /** The forms of all words of {@code phrase}. */
    static List<String> all(String phrase, Locale locale) {
        List<String> forms = new ArrayList<>();
        int at = 0;
        while (at < phrase.length()) {
            int end = end(phrase, at);
            if (end > at) {
                forms.add(of(phrase.substring(at, end), locale));
            }
            at = Math.max(end, at + 1);
        }
        return forms;
    }

    /** The end of the run of letters that begins at {@code start}; that when there is none. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < LONGEST && part(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean part(char unit) {
        return Character.isLetter(unit)
                || Character.getType(unit) == Character.NON_SPACING_MARK
                || Character.getType(unit) == Character.COMBINING_SPACING_MARK
                || Character.isSurrogate(unit)
                || silent(unit);
    }

    private static boolean silent(char unit) {
        return unit == '\u00AD'
                || unit == '\u0640'
                || (unit >= '\u064B' && unit <= '\u0652')
                || (unit >= '\u200B' && unit <= '\u200F');
    }
}
