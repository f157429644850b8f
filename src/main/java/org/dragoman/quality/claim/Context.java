package org.dragoman.quality.claim;

import java.util.HashSet;
import java.util.Set;

/**
 * What stands around a word: a word of the claim and one of the article are about the same thing
 * when they have neighbours in common. Immutable.
 *
 * @param neighbours stems
 */
record Context(Set<String> neighbours) {
    private static final int IN_CLAIM = 5;
    private static final int IN_SOURCE = 8;

    Context {
        neighbours = Set.copyOf(neighbours);
    }

    /** Of a word of the claim. */
    static Context of(Line claim, int index) {
        return new Context(around(claim, index, IN_CLAIM));
    }

    /** How many neighbours a word of the article shares. */
    int shared(Line line, int index) {
        Set<String> there = around(line, index, IN_SOURCE);
        there.retainAll(neighbours);
        return there.size();
    }

    int size() {
        return neighbours.size();
    }

    private static Set<String> around(Line line, int index, int reach) {
        Set<String> stems = new HashSet<>();
        int to = Math.min(line.size(), index + reach + 1);
        for (int i = Math.max(0, index - reach); i < to; i++) {
            if (line.word(i).content()) {
                stems.add(line.word(i).stem());
            }
        }
        stems.remove(line.word(index).stem());
        return stems;
    }
}
