package org.dragoman.summarization;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a choice of sentences is worth: the scores of its sentences, each in proportion to the room
 * it takes, and the share of the text's terms it covers, each weighed by how many sentences have it
 * and counted once (Gillick and Favre 2009), so that of two sentences that score alike the one is
 * better that says what the others do not. Not thread-safe.
 */
final class Worth {
    /** Coverage against scores; measured on news, more than a tenth costs ROUGE. */
    private static final double COVERAGE = 0.04;

    /** Two sentences say the same when so much of the shorter one's terms is in the other. */
    private static final double SAME = 0.6;

    /** More than the whole room can be worth otherwise. */
    private static final double NEEDED = 2;

    /** Terms a reader can be told in so many words: about every second word is one. */
    private static final double TERMS_PER_WORD = 0.5;

    private final int[][] terms;
    private final double[] weights;
    private final double[] room;
    private final @Nullable BitSet[] same;

    /**
     * @param voters sentences whose terms count, among them the candidates in the first places
     * @param scores one for each candidate
     * @param needed a candidate that is worth much however little room there is
     */
    Worth(
            List<Candidate> candidates,
            List<? extends Iterable<String>> voters,
            double[] scores,
            OptionalInt needed,
            Maxima maxima) {
        Map<String, Integer> ids = new HashMap<>();
        int[][] all = voters.stream().map(voter -> ids(voter, ids)).toArray(int[][]::new);
        terms = Arrays.copyOf(all, candidates.size());
        same = new BitSet[terms.length];
        weights = weights(all, ids.size(), maxima.likelyWords());
        room =
                IntStream.range(0, scores.length)
                        .mapToDouble(i -> scores[i] * share(candidates.get(i), maxima))
                        .toArray();
        needed.ifPresent(i -> room[i] += NEEDED);
    }

    private static int[] ids(Iterable<String> terms, Map<String, Integer> ids) {
        IntStream.Builder row = IntStream.builder();
        terms.forEach(term -> row.add(ids.computeIfAbsent(term, added -> ids.size())));
        return row.build().sorted().toArray();
    }

    private static double share(Candidate candidate, Maxima maxima) {
        return maxima.boundsWords()
                ? (double) candidate.words() / maxima.words()
                : 1.0 / maxima.sentences();
    }

    /** In how many sentences a term is, over the most that a summary of this size could cover. */
    private static double[] weights(int[][] rows, int count, long words) {
        double[] weights = new double[count];
        for (int[] row : rows) {
            for (int term : row) {
                weights[term]++;
            }
        }
        double most =
                Arrays.stream(weights)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .limit(Math.max(1, (long) (words * TERMS_PER_WORD)))
                        .mapToDouble(Double::doubleValue)
                        .sum();
        return Arrays.stream(weights).map(weight -> COVERAGE * weight / most).toArray();
    }

    /** What the sentences of {@code added} bring to a choice that covers {@code covered}. */
    double of(BitSet added, BitSet covered) {
        boolean several = added.cardinality() > 1;
        BitSet seen = several ? (BitSet) covered.clone() : covered;
        double worth = 0;
        for (int i = added.nextSetBit(0); i >= 0; i = added.nextSetBit(i + 1)) {
            worth += room[i];
            for (int term : terms[i]) {
                worth += seen.get(term) ? 0 : weights[term];
            }
            if (several) {
                cover(i, seen);
            }
        }
        return worth;
    }

    /** Whether one of {@code added} says the same as one of {@code chosen}. */
    boolean repeats(BitSet added, BitSet chosen) {
        return added.stream().anyMatch(i -> same(i).intersects(chosen));
    }

    private BitSet same(int i) {
        BitSet found = same[i];
        if (found == null) {
            found = new BitSet();
            IntStream.range(0, terms.length).filter(j -> isSame(i, j)).forEach(found::set);
            same[i] = found;
        }
        return found;
    }

    private boolean isSame(int i, int j) {
        int shorter = Math.min(terms[i].length, terms[j].length);
        return shorter > 0 && i != j && shared(terms[i], terms[j]) >= SAME * shorter;
    }

    /** How many numbers two ascending rows share. */
    private static int shared(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int order = Integer.compare(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    /** Adds the terms of candidate {@code i}. */
    void cover(int i, BitSet covered) {
        for (int term : terms[i]) {
            covered.set(term);
        }
    }
}
