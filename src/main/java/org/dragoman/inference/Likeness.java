package org.dragoman.inference;

/**
 * Which calls keep each other company. A row is done when its whole batch is, so a headline would
 * wait for the sentences of a long article beside it: only calls of a like size share a batch, and
 * a short one passes a batch of long ones at its next crossing.
 *
 * @param turn tokens from which on a call is long, however long it is
 */
record Likeness(long turn) {
    /** How many times longer a call may be than another one that it keeps company. */
    private static final int TIMES = 8;

    /** Whether rows of the two may share a batch. */
    boolean alike(Call<?, ?> one, Call<?, ?> other) {
        return !shorter(one, other) && !shorter(other, one);
    }

    /** Whether a call is so short that it need not wait for a batch of the other. */
    boolean shorter(Call<?, ?> one, Call<?, ?> other) {
        return size(one) * TIMES < size(other);
    }

    /** Whether most of a batch is of calls that this one need not wait for. */
    boolean passes(Call<?, ?> call, Batch<?, ?> batch) {
        long longer =
                batch.rows().stream()
                        .filter(row -> shorter(call, row.call()))
                        .mapToLong(Waiting::cost)
                        .sum();
        return 2 * longer > batch.cost();
    }

    private long size(Call<?, ?> call) {
        return Math.min(turn, call.cost());
    }
}
