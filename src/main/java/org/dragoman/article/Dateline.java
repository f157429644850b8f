package org.dragoman.article;

import java.util.List;
import java.util.Optional;
import org.dragoman.text.Span;

/**
 * Finds the dateline by its shape: a place in capitals or with an agency in brackets, then a dash,
 * then a sentence. {@code LISBON, Portugal (Agency) – }; the span ends before the dash.
 */
final class Dateline {
    private static final int LONGEST = 90;
    private static final int MOST_WORDS = 9;
    private static final int SHORTEST_PLACE = 3;
    private static final String DASHES = "-–—";

    private Dateline() {}

    /** The dateline at the beginning of {@code source} in {@code input}. */
    static Optional<Span> find(String input, Span source) {
        String text = source.in(input);
        int limit = Math.min(LONGEST, text.length());
        for (int i = 1; i < limit; i++) {
            if (DASHES.indexOf(text.charAt(i)) >= 0 && isBetween(text, i)) {
                Span span = White.trimmed(text, 0, i);
                return hasShape(span.in(text)) && startsSentence(text, i)
                        ? Optional.of(span.shift(source.start()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether the dash stands by itself, and is not a hyphen. */
    private static boolean isBetween(String text, int dash) {
        char before = text.charAt(dash - 1);
        return White.is(before) || before == ')' || text.charAt(dash) == '—';
    }

    private static boolean startsSentence(String text, int dash) {
        int next = dash;
        while (next < text.length()
                && (DASHES.indexOf(text.charAt(next)) >= 0 || White.is(text.charAt(next)))) {
            next++;
        }
        return next < text.length() && !Character.isLowerCase(text.codePointAt(next));
    }

    private static boolean hasShape(String text) {
        List<Word> words = Word.of(text);
        if (words.isEmpty() || words.size() > MOST_WORDS || text.indexOf(':') >= 0) {
            return false;
        }
        boolean bracket = text.endsWith(")") && text.indexOf('(') >= 0;
        return words.stream().allMatch(Dateline::mayStand)
                && (bracket || isPlace(text, words.get(0)));
    }

    private static boolean mayStand(Word word) {
        return word.capital() || word.hasDigit() || isSmall(word);
    }

    /** A month or a joining word: {@code 3 jan}, {@code RIO de Janeiro}. */
    private static boolean isSmall(Word word) {
        return word.key().length() <= SHORTEST_PLACE;
    }

    private static boolean isPlace(String text, Word first) {
        String place = text.substring(first.start(), first.end());
        return first.key().length() >= SHORTEST_PLACE
                && place.chars().noneMatch(Character::isLowerCase)
                && first.capital();
    }
}
