package org.dragoman.translation;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.dragoman.model.Tokenizer;

/**
 * The characters a model's vocabulary can spell. A model sees one and the same unknown for all
 * others and guesses: the default models write “5 milhões de euros” for £5 million. Thread-safe.
 */
final class Repertoire {
    private static final String[] UNSPELLABLE = {"a\uE000", "a\uF8FF"};

    private final Tokenizer tokenizer;
    private final Set<Integer> unknown;
    private final ConcurrentHashMap<Integer, Boolean> known = new ConcurrentHashMap<>();

    /** Finds the unknown id: what words with two characters of private use have in common. */
    Repertoire(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        Set<Integer> common = ids(UNSPELLABLE[0]);
        common.retainAll(ids(UNSPELLABLE[1]));
        common.removeAll(ids(""));
        this.unknown = Set.copyOf(common);
    }

    boolean knows(int codePoint) {
        if (codePoint < 0x80 && Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        return known.computeIfAbsent(codePoint, this::spelled);
    }

    /** The text with its letters composed where Unicode has them composed. */
    static String composed(String text) {
        return Normalizer2.getNFCInstance().normalize(text);
    }

    private boolean spelled(int codePoint) {
        Set<Integer> ids = ids(Character.toString(codePoint));
        ids.retainAll(unknown);
        return ids.isEmpty();
    }

    /**
     * Ids of a text in the middle of a word: at the start of one, a sign of its own comes with the
     * piece for the space before it, which says nothing about the sign.
     */
    private Set<Integer> ids(String text) {
        return Arrays.stream(tokenizer.encode("a" + text, Tokenizer.Direction.SOURCE).ids())
                .boxed()
                .collect(Collectors.toSet());
    }
}
