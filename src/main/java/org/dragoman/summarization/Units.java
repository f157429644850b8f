package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.summarization.Candidate.Trait;

/**
 * Which sentences may be chosen, and which only together: one whose beginning leans on the sentence
 * before brings that one along. Fragments are left out unless there is nothing else.
 */
final class Units {
    /** Sentences that may come along with one. */
    private static final int FARTHEST = 2;

    private final List<Candidate> candidates;
    private final int first;

    private Units(List<Candidate> candidates) {
        this.candidates = candidates;
        this.first = (int) candidates.stream().takeWhile(c -> c.is(Trait.FRAGMENT)).count();
    }

    /** One set of candidates for each that may be chosen, at least one set. */
    static List<BitSet> of(List<Candidate> candidates) {
        Units units = new Units(candidates);
        List<BitSet> whole = units.whole();
        return whole.isEmpty() ? units.anything() : whole;
    }

    private List<BitSet> whole() {
        List<BitSet> units = new ArrayList<>();
        for (int i = first; i < candidates.size(); i++) {
            int start = start(i);
            if (start >= 0) {
                units.add(range(start, i + 1));
            }
        }
        return units;
    }

    /** The first sentence that {@code i} needs, or −1 when it cannot be chosen. */
    private int start(int i) {
        for (int at = i; at >= i - FARTHEST; at--) {
            if (candidates.get(at).is(Trait.FRAGMENT)) {
                return -1;
            }
            // Nothing stands before the first: there its beginning cannot lean on anything.
            if (at == first || !candidates.get(at).is(Trait.LEANING)) {
                return at;
            }
        }
        return -1;
    }

    private List<BitSet> anything() {
        return IntStream.range(0, candidates.size()).mapToObj(i -> range(i, i + 1)).toList();
    }

    private static BitSet range(int start, int end) {
        BitSet range = new BitSet();
        range.set(start, end);
        return range;
    }
}
