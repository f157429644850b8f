package org.dragoman.model;

import org.jspecify.annotations.Nullable;

/**
 * What some greedy steps chose.
 *
 * @param tokens [rows × ids], in order; a row's stop after its first end
 * @param scores [rows × ids], the log-probability of each among what its row might have chosen;
 *     null unless asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Steps(int[][] tokens, float @Nullable [][] scores) {}
