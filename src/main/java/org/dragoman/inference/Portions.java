package org.dragoman.inference;

import org.dragoman.model.Pace;

/**
 * Cuts rows that a model takes in one crossing into as many as it gets through at its {@link Pace}.
 * For one thread.
 */
final class Portions {
    /** Little, so that also a slow model is soon done with it. */
    private static final int FIRST_TOKENS = 128;

    private final int[] lengths;
    private int at;
    private int taken;
    private final Pace tokens = new Pace(FIRST_TOKENS);

    Portions(int[] lengths) {
        this.lengths = lengths;
    }

    boolean more() {
        return at < lengths.length;
    }

    /**
     * Goes on to the next portion.
     *
     * @return the index after its last row; there is at least one more than before
     */
    int next() {
        int longest = 0;
        int rows = 0;
        do {
            longest = Math.max(longest, lengths[at]);
            rows++;
            at++;
        } while (more() && (double) Math.max(longest, lengths[at]) * (rows + 1) <= tokens.most());
        taken = longest * rows;
        return at;
    }

    /** How long the model took for the portion. */
    void took(long nanos) {
        tokens.took(taken, nanos);
    }
}
