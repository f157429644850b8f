package org.dragoman.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One word of a text. A colon after a word, the copyright sign and marks that stand alone ({@code |
 * • - –}) are words of their own; other punctuation at the ends of a word is left off.
 *
 * @param key in lower case, with straight apostrophes
 * @param capital whether it begins with a capital letter
 * @param start where the characters around it begin in the text, punctuation included
 * @param end where they end
 */
record Word(String key, boolean capital, int start, int end) {
    private static final String ALONE = "|•·›»>→-–—";

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            if (White.is(text.charAt(start))) {
                start++;
                continue;
            }
            int end = start;
            while (end < text.length() && !White.is(text.charAt(end))) {
                end++;
            }
            add(words, text, start, end);
            start = end;
        }
        return List.copyOf(words);
    }

    private static void add(List<Word> words, String text, int start, int end) {
        if (end - start == 1 && ALONE.indexOf(text.charAt(start)) >= 0) {
            words.add(new Word(dash(text.charAt(start)), false, start, end));
            return;
        }
        int from = start;
        if (text.charAt(from) == '©') {
            words.add(new Word("©", false, from, from + 1));
            from++;
        }
        addPlain(words, text, from, end);
        if (end - from > 1 && text.charAt(end - 1) == ':') {
            words.add(new Word(":", false, end - 1, end));
        }
    }

    private static String dash(char mark) {
        return mark == '–' || mark == '—' ? "-" : String.valueOf(mark);
    }

    private static void addPlain(List<Word> words, String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && !isWordPart(text.codePointAt(first))) {
            first += Character.charCount(text.codePointAt(first));
        }
        while (last > first && !isWordPart(text.codePointBefore(last))) {
            last -= Character.charCount(text.codePointBefore(last));
        }
        if (first < last) {
            String key = text.substring(first, last).toLowerCase(Locale.ROOT).replace('’', '\'');
            boolean capital = Character.isUpperCase(text.codePointAt(first));
            words.add(new Word(key, capital, start, end));
        }
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point) || point == '@';
    }

    boolean hasDigit() {
        return key.chars().anyMatch(Character::isDigit);
    }

    /** Whether it is a mark and not a word. */
    boolean isMark() {
        return key.length() == 1 && (ALONE + ":©").contains(key);
    }
}
