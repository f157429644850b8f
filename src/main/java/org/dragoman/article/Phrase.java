package org.dragoman.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pattern for all the words of a line. It is written as slots with spaces between: {@code a|b}
 * one of these words, {@code ?} after a slot makes it optional, {@code *} any number of words,
 * {@code ^} a capitalised word, {@code ^*} any number of them, {@code #} a word with a digit,
 * {@code @} one with an at sign, {@code :} a colon. Read by following all positions at once, so the
 * time is the product of the two lengths whatever the line holds.
 */
final class Phrase {
    private static final int LONGEST = 62;

    private final List<Slot> slots;
    private final Set<String> firstWords;

    private Phrase(List<Slot> slots) {
        this.slots = slots;
        this.firstWords = firstWords(slots);
        if (slots.size() > LONGEST) {
            throw new IllegalArgumentException("A phrase has at most " + LONGEST + " slots");
        }
    }

    static Phrase of(String pattern) {
        return new Phrase(Arrays.stream(pattern.strip().split(" +", -1)).map(Slot::of).toList());
    }

    private static Set<String> firstWords(List<Slot> slots) {
        Set<String> first = new HashSet<>();
        for (Slot slot : slots) {
            if (!slot.isLiteral()) {
                return Set.of();
            }
            first.addAll(slot.words());
            if (!slot.optional()) {
                break;
            }
        }
        return Set.copyOf(first);
    }

    /** All the words it can begin with; empty when it can begin with any. */
    Set<String> firstWords() {
        return firstWords;
    }

    /** Whether it begins with a label, so that anything may follow the colon. */
    boolean labelled() {
        return slots.stream().anyMatch(slot -> slot.words().contains(":") && !slot.optional());
    }

    /** Whether any words at all may stand somewhere in it. */
    boolean open() {
        return slots.stream().anyMatch(slot -> slot.repeats() && !slot.capital());
    }

    boolean matches(List<Word> words) {
        long positions = skipOptional(1L);
        for (Word word : words) {
            positions = skipOptional(after(positions, word));
            if (positions == 0) {
                return false;
            }
        }
        return (positions >> slots.size() & 1L) == 1L;
    }

    private long after(long positions, Word word) {
        long next = 0;
        for (int i = 0; i < slots.size(); i++) {
            if ((positions >> i & 1L) == 1L && slots.get(i).accepts(word)) {
                next |= 1L << (slots.get(i).repeats() ? i : i + 1);
            }
        }
        return next;
    }

    private long skipOptional(long positions) {
        long all = positions;
        for (int i = 0; i < slots.size(); i++) {
            if ((all >> i & 1L) == 1L && slots.get(i).optional()) {
                all |= 1L << (i + 1);
            }
        }
        return all;
    }

    private record Slot(Set<String> words, boolean capital, boolean optional, boolean repeats) {
        static Slot of(String written) {
            boolean optional = written.endsWith("?");
            String what = optional ? written.substring(0, written.length() - 1) : written;
            return switch (what) {
                case "*" -> new Slot(Set.of(), false, true, true);
                case "^*" -> new Slot(Set.of(), true, true, true);
                case "^" -> new Slot(Set.of(), true, optional, false);
                default -> literal(what, optional);
            };
        }

        private static Slot literal(String words, boolean optional) {
            return new Slot(
                    Arrays.stream(words.split("\\|", -1)).collect(Collectors.toUnmodifiableSet()),
                    false,
                    optional,
                    false);
        }

        /** Whether it takes only the words it lists. */
        boolean isLiteral() {
            return !words.isEmpty() && !words.contains("#") && !words.contains("@");
        }

        boolean accepts(Word word) {
            if (words.isEmpty()) {
                return !capital || word.capital() || word.isMark();
            }
            return words.contains(word.key())
                    || (words.contains("#") && word.hasDigit())
                    || (words.contains("@") && word.key().indexOf('@') >= 0);
        }
    }
}
