package org.dragoman.model;

/**
 * What a sequence model can do.
 *
 * @param vocabulary number of target ids
 * @param longestSource tokens of source at most, specials included
 * @param longestTarget tokens of target at most, the prompt and the end included
 * @param targetPerSource tokens of target per token of source at most
 * @param nativeBytes memory the weights take outside the heap
 */
public record Limits(
        int vocabulary,
        int longestSource,
        int longestTarget,
        double targetPerSource,
        long nativeBytes) {}
