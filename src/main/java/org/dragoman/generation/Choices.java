package org.dragoman.generation;

import org.dragoman.model.Step;
import org.jspecify.annotations.Nullable;

/**
 * What a step offers one row.
 *
 * @param from the decoder's row of its first branch
 */
record Choices(Step step, int from) {
    /** The best ids for a branch, best first. */
    int[] ids(int branch) {
        return step.tokens()[from + branch];
    }

    /** Their scores. */
    float[] scores(int branch) {
        return step.scores()[from + branch];
    }

    float @Nullable [] attention(int branch) {
        float[][] attention = step.attention();
        return attention == null ? null : attention[from + branch];
    }
}
