package org.dragoman.language;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Speaks against a language in Cyrillic script for each letter that its alphabet lacks: і is not
 * Russian, ы not Ukrainian, ћ none but Serbian. Immutable.
 */
final class Cyrillic implements Evidence {
    private static final Map<LanguageTag, Set<Integer>> ALPHABETS =
            Map.of(
                    new LanguageTag("ru"), letters("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
                    new LanguageTag("uk"), letters("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
                    new LanguageTag("be"), letters("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
                    new LanguageTag("bg"), letters("абвгдежзийклмнопрстуфхцчшщъьюяѝ"),
                    new LanguageTag("sr"), letters("абвгдђежзијклљмнњопрстћуфхцчџш"));

    /** Nats; names keep letters of their own language at times. */
    private static final double AGAINST = 2;

    private static Set<Integer> letters(String alphabet) {
        return alphabet.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void weigh(String sample, Map<LanguageTag, Double> masses) {
        ALPHABETS.forEach(
                (language, alphabet) ->
                        masses.computeIfPresent(
                                language,
                                (tag, mass) -> mass * Math.exp(-foreign(sample, alphabet))));
    }

    private static double foreign(String sample, Set<Integer> alphabet) {
        long foreign =
                sample.codePoints()
                        .map(Character::toLowerCase)
                        .filter(letter -> letter >= 0x400 && letter < 0x530)
                        .filter(letter -> !alphabet.contains(letter))
                        .count();
        return AGAINST * Math.min(30, foreign);
    }
}
