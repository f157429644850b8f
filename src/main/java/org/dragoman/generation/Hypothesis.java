package org.dragoman.generation;

import org.jspecify.annotations.Nullable;

/**
 * A target that was found. Arrays are not copied: leave them alone.
 *
 * @param ids without the prompt and the end
 * @param finished whether it ended; false when it ran into the maximum
 * @param score of beam search: sum of log-probabilities / (new ids, the end included)^length
 *     penalty; of greedy search: the mean of the log-probabilities; NaN where it was not asked for
 * @param tokenScores log-probability of each id and then of the end, after all rules; empty where
 *     not asked for
 * @param attention [ids and end × source length], cross-attention while each was chosen, averaged
 *     over heads; null unless asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Hypothesis(
        int[] ids,
        boolean finished,
        float score,
        float[] tokenScores,
        float @Nullable [][] attention) {
    private static final float[] NONE = {};

    /** One of which only the ids are known. */
    public static Hypothesis of(int[] ids, boolean finished) {
        return new Hypothesis(ids, finished, Float.NaN, NONE, null);
    }
}
