package org.dragoman.model;

import org.jspecify.annotations.Nullable;

/**
 * The best ids of one step.
 *
 * @param tokens [rows × best], best first
 * @param scores [rows × best], descending
 * @param logNormaliser [rows], log-sum-exp of the raw logits
 * @param attention [rows × source length], averaged over heads; null unless asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Step(
        int[][] tokens, float[][] scores, float[] logNormaliser, float @Nullable [][] attention) {}
