package org.dragoman.summarization;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells sentences whose first words lean on the sentence before. Immutable. */
final class Openings {
    private static final int LONGEST = 5;

    private final Set<String> phrases;

    /**
     * @param phrases one to five words each, in lower case
     */
    Openings(Set<String> phrases) {
        this.phrases = Set.copyOf(phrases);
    }

    /** Whether {@code sentence} cannot be understood without the one before it. */
    boolean lean(String sentence) {
        List<String> words = firstWords(sentence);
        for (int i = 1; i <= words.size(); i++) {
            if (phrases.contains(String.join(" ", words.subList(0, i)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> firstWords(String sentence) {
        String[] pieces = sentence.toLowerCase(Locale.ROOT).split("[\\s\\p{Z}]+", LONGEST + 1);
        return Arrays.stream(pieces)
                .limit(LONGEST)
                .map(piece -> piece.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                .toList();
    }
}
