package org.dragoman.model;

/**
 * What the scores of a step are.
 *
 * @param logSoftmax log-probabilities rather than raw logits
 * @param renormalise log-softmax again after the edits; {@link Decoder#advance} tells the scores of
 *     what it chose
 * @param suppressed ids that are never chosen, unless an edit forces them: at −∞ before the edits
 * @param ends ids of which any ends a row in {@link Decoder#advance}; at least one
 * @param attention whether the steps carry cross-attention weights
 */
@SuppressWarnings("ArrayRecordComponent")
public record Scoring(
        boolean logSoftmax, boolean renormalise, int[] suppressed, int[] ends, boolean attention) {
    /** Raw logits, nothing suppressed: what plain greedy search needs. */
    public static Scoring raw(int... ends) {
        return new Scoring(false, false, new int[0], ends, false);
    }
}
