package org.dragoman.inference;

/**
 * Room in the queue that a call was promised before its work began, so that no work is thrown away
 * for want of room in its middle. Not thread-safe: the {@link Backlog}'s lock guards it.
 */
final class Promise {
    private final long units;
    private long left;
    private long used;

    /**
     * A promise that nothing was taken of.
     *
     * @param units UTF-16 units of text, once for each thing that is done with it
     * @param tokens estimated of them
     */
    Promise(long units, long tokens) {
        this.units = units;
        this.left = tokens;
    }

    long units() {
        return units;
    }

    /** Tokens that may still be taken. */
    long left() {
        return left;
    }

    /** Tokens that were taken in all, also beyond what was promised. */
    long used() {
        return used;
    }

    /** Takes so many tokens; how many of them had been promised. */
    long use(long tokens) {
        long kept = Math.min(left, tokens);
        left -= kept;
        used += tokens;
        return kept;
    }

    /** Gives up what is left. */
    long rest() {
        long rest = left;
        left = 0;
        return rest;
    }
}
