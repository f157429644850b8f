package org.dragoman.quality.align;

/**
 * Sentences that stand for each other: those from {@code source} to {@code sourceEnd} of the
 * source, exclusive, and the same of the target. One of the two may be empty: left out, or added.
 */
public record Bead(int source, int sourceEnd, int target, int targetEnd) {
    /** Whether nothing in the target stands for its sentences. */
    public boolean leftOut() {
        return target == targetEnd;
    }

    /** Whether nothing in the source stands for its sentences. */
    public boolean added() {
        return source == sourceEnd;
    }
}
