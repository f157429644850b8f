package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Words of a part of a claim found in the same order in a line of the article: the longest common
 * subsequence by what its words weigh. Immutable.
 *
 * @param line of the article
 * @param pairs of equal words, ascending on both sides
 * @param coverage weight of the pairs, as a share of what the part weighs: 0 to 1
 */
record Alignment(Line line, List<Pair> pairs, double coverage) {
    /** Index in the claim, and index in the line. */
    record Pair(int claim, int line) {}

    private static final int MOST_WORDS = 400;

    /** What a word that only builds sentences weighs; it breaks ties. */
    private static final double LITTLE = 0.05;

    Alignment {
        pairs = List.copyOf(pairs);
    }

    /** Aligns the words {@code from..to} of {@code claim} with those of {@code line}. */
    static Alignment of(Line claim, Gap.Range part, Line line, Index index) {
        double[] weights = new double[part.size()];
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            Word word = claim.word(part.from() + i);
            weights[i] = word.content() ? index.weight(word.stem()) : LITTLE;
            whole += weights[i];
        }
        double[][] best = table(claim, part, line, weights);
        double share = whole == 0 ? 0 : Math.min(1, best[0][0] / whole);
        return new Alignment(line, trace(claim, part.from(), line, best), share);
    }

    /** The most that words from a row and a column on can weigh together. */
    private static double[][] table(Line claim, Gap.Range part, Line line, double[] weights) {
        int columns = Math.min(line.size(), MOST_WORDS);
        double[][] best = new double[weights.length + 1][columns + 1];
        for (int i = weights.length - 1; i >= 0; i--) {
            String stem = claim.word(part.from() + i).stem();
            for (int j = columns - 1; j >= 0; j--) {
                boolean equal = stem.equals(line.word(j).stem());
                double paired = equal ? best[i + 1][j + 1] + weights[i] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return best;
    }

    private static List<Pair> trace(Line claim, int from, Line line, double[][] best) {
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i + 1 < best.length && j + 1 < best[0].length) {
            boolean equal = claim.word(from + i).stem().equals(line.word(j).stem());
            if (equal && best[i][j] > best[i + 1][j] && best[i][j] > best[i][j + 1]) {
                pairs.add(new Pair(from + i++, j++));
            } else if (best[i + 1][j] >= best[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return pairs;
    }
}
