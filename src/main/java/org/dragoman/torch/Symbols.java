package org.dragoman.torch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The stretches of a normalised text that byte-pair encoding joins, as a linked list: at first its
 * characters and user-defined pieces. Not thread-safe.
 */
final class Symbols {
    private final NormalizedText text;
    private final int[] starts;
    private final int[] ends;
    private final int[] before;
    private final int[] after;
    private final boolean[] frozen;

    /** Of an unused piece the length of the first of the two it was made of. */
    private final Map<Integer, Integer> firstParts = new HashMap<>();

    private final int count;

    Symbols(NormalizedText text, PieceTrie whole) {
        this.text = text;
        this.starts = new int[text.length()];
        this.ends = new int[text.length()];
        this.frozen = new boolean[text.length()];
        int symbols = 0;
        for (int at = 0; at < text.length(); symbols++) {
            int kept = whole.longest(text, at);
            starts[symbols] = at;
            frozen[symbols] = kept > 0;
            at = kept > 0 ? at + kept : Math.min(text.length(), at + Utf8.length(text.at(at)));
            ends[symbols] = at;
        }
        this.count = symbols;
        this.before = new int[symbols];
        this.after = new int[symbols];
        Arrays.setAll(before, i -> i - 1);
        Arrays.setAll(after, i -> i + 1 == count ? -1 : i + 1);
    }

    /** How many there were at first; a joined one keeps the number of its left half. */
    int count() {
        return count;
    }

    int start(int symbol) {
        return starts[symbol];
    }

    int end(int symbol) {
        return ends[symbol];
    }

    int before(int symbol) {
        return before[symbol];
    }

    int after(int symbol) {
        return after[symbol];
    }

    boolean frozen(int symbol) {
        return frozen[symbol];
    }

    /** The id of what two neighbours make, or {@link PieceTrie#NONE}. */
    int id(PieceTrie trie, int left, int right) {
        return trie.find(text, starts[left], ends[right]);
    }

    /** Whether both are still there and have not grown. */
    boolean stillMake(int left, int right, int size) {
        return !gone(left) && !gone(right) && ends[right] - starts[left] == size;
    }

    void join(int left, int right) {
        ends[left] = ends[right];
        ends[right] = starts[right];
        after[left] = after[right];
        if (after[right] >= 0) {
            before[after[right]] = left;
        }
    }

    void remember(int unused, int left) {
        firstParts.put(unused, ends[left] - starts[left]);
    }

    /** Bytes of the first half of an unused piece; 0 when it was never made. */
    int firstPartOf(int unused) {
        return firstParts.getOrDefault(unused, 0);
    }

    private boolean gone(int symbol) {
        return ends[symbol] == starts[symbol];
    }
}
