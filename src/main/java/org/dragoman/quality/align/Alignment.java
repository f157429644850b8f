package org.dragoman.quality.align;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Aligns the sentences of a text with those of its translation, in order: by their lengths (Gale
 * and Church 1993, "A program for aligning sentences in bilingual corpora") and by the signs that
 * translations carry over: numbers and words that are written alike. Time and memory grow with the
 * number of sentences times the width of a band around the diagonal. Pure.
 */
public final class Alignment {
    /** Sentences of the target and the source in a bead, and −ln of how often that is seen. */
    private static final Move[] MOVES = {
        new Move(1, 1, 0.1), new Move(1, 0, 4.6), new Move(0, 1, 4.6),
        new Move(2, 1, 3.1), new Move(1, 2, 3.1), new Move(2, 2, 4.5)
    };

    /** How far from the diagonal a sentence is looked for, in sentences. */
    private static final int BAND = 300;

    /** Letters of a text that is as long as its translation, which each text is taken to follow. */
    private static final double USUAL = 1_000;

    private final List<Profile> source;
    private final List<Profile> target;
    private final double ratio;
    private final int width;

    private Alignment(List<Profile> source, List<Profile> target) {
        this.source = source;
        this.target = target;
        this.ratio = (length(target) + USUAL) / (length(source) + USUAL);
        this.width = Math.min(target.size(), BAND + Math.abs(target.size() - source.size()));
    }

    /**
     * Beads in order that together hold every sentence once.
     *
     * @param source sentences of the one text, in order
     * @param target sentences of the other
     */
    public static List<Bead> of(List<String> source, List<String> target) {
        return new Alignment(
                        source.stream().map(Profile::of).toList(),
                        target.stream().map(Profile::of).toList())
                .beads();
    }

    private static long length(List<Profile> sentences) {
        return sentences.stream().mapToLong(Profile::length).sum();
    }

    private List<Bead> beads() {
        byte[][] moves = moves();
        Deque<Bead> beads = new ArrayDeque<>();
        int i = source.size();
        int j = target.size();
        while (i > 0 || j > 0) {
            Move move = MOVES[moves[i][j - first(i)]];
            beads.addFirst(new Bead(i - move.source, i, j - move.target, j));
            i -= move.source;
            j -= move.target;
        }
        return new ArrayList<>(beads);
    }

    /** For each pair of places within the band, the move that best leads there. */
    private byte[][] moves() {
        byte[][] moves = new byte[source.size() + 1][];
        double[][] costs = new double[source.size() + 1][];
        for (int i = 0; i <= source.size(); i++) {
            int first = first(i);
            costs[i] = new double[last(i) - first + 1];
            moves[i] = new byte[costs[i].length];
            Arrays.fill(costs[i], Double.POSITIVE_INFINITY);
            for (int j = first; j <= last(i); j++) {
                best(i, j, costs, moves);
            }
            if (i >= 2) {
                // No move looks further back.
                costs[i - 2] = i > 2 ? new double[0] : costs[0];
            }
        }
        return moves;
    }

    private void best(int i, int j, double[][] costs, byte[][] moves) {
        int at = j - first(i);
        if (i == 0 && j == 0) {
            costs[0][0] = 0;
            return;
        }
        for (byte m = 0; m < MOVES.length; m++) {
            Move move = MOVES[m];
            double before = before(i - move.source, j - move.target, costs);
            if (before < costs[i][at]) {
                double cost = before + cost(i, j, move);
                if (cost < costs[i][at]) {
                    costs[i][at] = cost;
                    moves[i][at] = m;
                }
            }
        }
    }

    private double before(int i, int j, double[][] costs) {
        if (i < 0 || j < 0 || j < first(i) || j > last(i)) {
            return Double.POSITIVE_INFINITY;
        }
        return costs[i][j - first(i)];
    }

    private int first(int i) {
        return Math.max(0, Math.min(diagonal(i) - width, target.size()));
    }

    private int last(int i) {
        return Math.min(target.size(), diagonal(i) + width);
    }

    private int diagonal(int i) {
        return source.isEmpty() ? target.size() : (int) ((long) i * target.size() / source.size());
    }

    private double cost(int i, int j, Move move) {
        Profile from = Profile.joined(source.subList(i - move.source, i));
        Profile to = Profile.joined(target.subList(j - move.target, j));
        return move.cost + from.distance(to, ratio);
    }

    private record Move(int source, int target, double cost) {}
}
