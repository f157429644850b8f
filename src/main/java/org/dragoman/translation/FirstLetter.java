package org.dragoman.translation;

import com.ibm.icu.text.CaseMap;
import org.dragoman.language.LanguageTag;

/**
 * A sentence begins with a capital where its source does, or where its source has no capitals, and
 * the model wrote a small letter (“segunda-feira” for Monday). Only whole sentences, with a mark at
 * their end: a word alone may have its capital as a name. Words with capitals or figures of their
 * own (iPhone, mRNA) and what follows an apostrophe ('t) stay.
 */
final class FirstLetter implements Rewritten.Rule {
    private static final String ENDS = ".!?…。！？؟।۔";
    private static final String APOSTROPHES = "'’ʼ";

    private final Pair pair;

    FirstLetter(Pair pair) {
        this.pair = pair;
    }

    @Override
    public Rewritten rewrite(String text) {
        return begins(text) && pair.to().cased()
                ? new Rewritten(text, this::capitalised)
                : Rewritten.unchanged(text);
    }

    private boolean begins(String text) {
        int first = first(text);
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean whole = text.substring(end).chars().anyMatch(sign -> ENDS.indexOf(sign) >= 0);
        return whole
                && first < text.length()
                && (!pair.from().cased() || Character.isUpperCase(text.codePointAt(first)));
    }

    /** The first letter, when only marks come before it; else the end. */
    private static int first(String text) {
        int at = 0;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        boolean letter = at < text.length() && Character.isLetter(text.codePointAt(at));
        return letter ? at : text.length();
    }

    private String capitalised(String answer) {
        int first = first(answer);
        if (first == answer.length()
                || !Character.isLowerCase(answer.codePointAt(first))
                || (first > 0 && APOSTROPHES.indexOf(answer.charAt(first - 1)) >= 0)) {
            return answer;
        }
        int end = first;
        while (end < answer.length() && !Symbols.white(answer.charAt(end))) {
            end++;
        }
        String word = answer.substring(first, end);
        return own(word)
                ? answer
                : answer.substring(0, first) + title(word) + answer.substring(end);
    }

    /** A spelling of its own: a capital or figure inside, an address. */
    private static boolean own(String word) {
        return word.matches(".*(?<!['’])[\\p{Lu}\\p{Nd}].*|.*\\p{L}[.:/@_][\\p{L}/].*");
    }

    /** By the target's rules: İ of Turkish, IJ of Dutch. */
    private String title(String word) {
        LanguageTag target = pair.target();
        return CaseMap.toTitle().wholeString().noLowercase().apply(target.locale(), null, word);
    }
}
