package org.dragoman.model;

/**
 * What the scores of a step are.
 *
 * @param logSoftmax log-probabilities rather than raw logits
 * @param renormalise log-softmax again after the edits
 * @param suppressed ids that are never chosen
 * @param attention whether the steps carry cross-attention weights
 */
@SuppressWarnings("ArrayRecordComponent")
public record Scoring(
        boolean logSoftmax, boolean renormalise, int[] suppressed, boolean attention) {
    /** Raw logits, nothing suppressed: what greedy search needs. */
    public static final Scoring RAW = new Scoring(false, false, new int[0], false);
}
