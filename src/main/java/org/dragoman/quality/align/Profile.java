package org.dragoman.quality.align;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence is aligned by. Immutable.
 *
 * @param length in letters of an alphabet
 * @param signs numbers, and words that begin with a capital, which translations often carry over
 */
record Profile(int length, Set<String> signs) {
    /** Variance of the length of a translation, a unit of its source (Gale and Church 1993). */
    private static final double VARIANCE = 6.8;

    private static final double FARTHEST = 25;

    /** What a shared sign is worth, and how much all of them at most. */
    private static final double SIGN = 1.5;

    private static final double SIGNS = 6;

    /** What a number costs that only one of the two has, and how much all of them at most. */
    private static final double NUMBER = 1.5;

    private static final double NUMBERS = 4.5;

    /** Letters that a sign of Chinese, Japanese or Korean stands for. */
    private static final int WIDE = 3;

    private static final Pattern CARRIED = Pattern.compile("\\p{Nd}+|\\p{Lu}[\\p{L}\\p{M}]{2,}");

    static Profile of(String sentence) {
        Set<String> signs = new HashSet<>();
        Matcher found = CARRIED.matcher(sentence);
        while (found.find()) {
            signs.add(found.group());
        }
        int wide = (int) sentence.chars().filter(sign -> sign >= 0x2E80 && sign < 0xFE00).count();
        return new Profile(sentence.length() + (WIDE - 1) * wide, Set.copyOf(signs));
    }

    /** The same of sentences as one. */
    static Profile joined(List<Profile> sentences) {
        if (sentences.size() == 1) {
            return sentences.get(0);
        }
        Set<String> signs = new HashSet<>();
        sentences.forEach(sentence -> signs.addAll(sentence.signs));
        return new Profile(sentences.stream().mapToInt(Profile::length).sum(), signs);
    }

    /**
     * How unlikely it is that the one translates the other: 0 for the length that is to be
     * expected, less for signs in common.
     *
     * @param ratio length of the whole translation to that of its source
     */
    double distance(Profile translation, double ratio) {
        if (length == 0 || translation.length == 0) {
            return 0;
        }
        double expected = length * ratio;
        double delta = translation.length - expected;
        double spread = VARIANCE * (expected + translation.length) / 2;
        double shared = signs.stream().filter(translation.signs::contains).count() * SIGN;
        double lost = (numbersNotIn(translation) + translation.numbersNotIn(this)) * NUMBER;
        return Math.min(FARTHEST, delta * delta / (2 * spread))
                - Math.min(SIGNS, shared)
                + Math.min(NUMBERS, lost);
    }

    private long numbersNotIn(Profile other) {
        return signs.stream()
                .filter(sign -> Character.isDigit(sign.codePointAt(0)))
                .filter(sign -> !other.signs.contains(sign))
                .count();
    }
}
