package org.dragoman.generation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A target as far as it is written: prompt and new ids, and for each of these its score and its
 * attention. Immutable; to grow by an id costs a copy, which is little beside a step of a model.
 */
final class Target {
    private static final float[] NO_SCORES = {};
    private static final float[][] NO_ATTENTION = {};

    private final int[] ids;
    private final int prompt;
    private final float[] scores;
    private final float[][] attention;
    private final float sum;

    private Target(int[] ids, int prompt, float[] scores, float[][] attention, float sum) {
        this.ids = ids;
        this.prompt = prompt;
        this.scores = scores;
        this.attention = attention;
        this.sum = sum;
    }

    /** Nothing but a prompt, which is left alone by whoever gives it. */
    static Target of(int[] prompt) {
        return new Target(prompt, prompt.length, NO_SCORES, NO_ATTENTION, 0);
    }

    /** With one more id. */
    Target and(int id, float score, float @Nullable [] weights) {
        float[] allScores = Arrays.copyOf(scores, scores.length + 1);
        allScores[scores.length] = score;
        float[][] all = attention;
        if (weights != null) {
            all = Arrays.copyOf(attention, attention.length + 1);
            all[attention.length] = weights;
        }
        // Single precision, as the sums of the reference are.
        return new Target(appended(id), prompt, allScores, all, sum + score);
    }

    /**
     * With more ids, the first of some.
     *
     * @param known scores of them all; null where they were not asked for
     */
    Target and(int[] more, float @Nullable [] known, int count) {
        int[] all = Arrays.copyOf(ids, ids.length + count);
        System.arraycopy(more, 0, all, ids.length, count);
        if (known == null) {
            return new Target(all, prompt, NO_SCORES, NO_ATTENTION, 0);
        }
        float[] allScores = Arrays.copyOf(scores, scores.length + count);
        System.arraycopy(known, 0, allScores, scores.length, count);
        float total = sum;
        for (int i = 0; i < count; i++) {
            total += known[i];
        }
        return new Target(all, prompt, allScores, NO_ATTENTION, total);
    }

    private int[] appended(int id) {
        int[] all = Arrays.copyOf(ids, ids.length + 1);
        all[ids.length] = id;
        return all;
    }

    /** Prompt and new ids; to be read only. */
    int[] ids() {
        return ids;
    }

    /** Ids with the prompt. */
    int length() {
        return ids.length;
    }

    /** New ids. */
    int written() {
        return ids.length - prompt;
    }

    int last() {
        return ids[ids.length - 1];
    }

    /** Sum of the scores. */
    float sum() {
        return sum;
    }

    /**
     * What is told of it.
     *
     * @param ended whether the last id is an end
     */
    Hypothesis hypothesis(boolean ended, float score) {
        return new Hypothesis(
                written(ended), ended, score, scores, attention.length == 0 ? null : attention);
    }

    /** The same where scores were not asked for. */
    Hypothesis plain(boolean ended) {
        return Hypothesis.of(written(ended), ended);
    }

    private int[] written(boolean ended) {
        return Arrays.copyOfRange(ids, prompt, ended ? ids.length - 1 : ids.length);
    }
}
