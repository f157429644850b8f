package org.dragoman.inference;

import java.time.Duration;

/**
 * Tokens a second that the workers get through, from the batches that ran: an exponentially
 * weighted mean in which the last batch counts a tenth. It is told of those that ran while others
 * waited: an idle worker's batches are small, and would make the service look slow. Thread-safe.
 */
final class Rate {
    private static final double KEPT = 0.9;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** A second's worth of a slow core, so that there is an answer before anything was measured. */
    private static final double FIRST_TOKENS = 1000;

    private final int workers;
    private double tokens = FIRST_TOKENS;
    private double seconds = 1;

    Rate(int workers) {
        this.workers = workers;
    }

    /** A batch of one worker. */
    synchronized void ran(long batchTokens, Duration time) {
        tokens = tokens * KEPT + batchTokens;
        seconds = seconds * KEPT + time.toNanos() / 1e9;
    }

    /** All workers together. */
    synchronized double tokensPerSecond() {
        return workers * tokens / seconds;
    }

    /** How long so many tokens take, in whole seconds rounded up, at least one. */
    Duration timeFor(long waitingTokens) {
        long needed = (long) Math.ceil(waitingTokens / tokensPerSecond());
        return Duration.ofSeconds(Math.max(SHORTEST_WAIT.toSeconds(), needed));
    }
}
