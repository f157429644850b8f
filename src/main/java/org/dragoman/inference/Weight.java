package org.dragoman.inference;

import org.dragoman.generation.Hypothesis;
import org.dragoman.inference.Inference.Generated;

/** About how many bytes of the heap a kept answer takes, with its key. */
final class Weight {
    private static final int OBJECTS = 200;
    private static final int BYTES = 4;

    private Weight() {}

    static int of(SegmentKey segment, Object answer) {
        long numbers = segment.size();
        if (answer instanceof Generated generated) {
            numbers += generated.hypotheses().stream().mapToLong(Weight::numbers).sum();
        } else if (answer instanceof float[] vector) {
            numbers += vector.length;
        }
        return (int) Math.min(Integer.MAX_VALUE, OBJECTS + BYTES * numbers);
    }

    private static long numbers(Hypothesis found) {
        float[][] attention = found.attention();
        long seen = attention == null || attention.length == 0 ? 0 : attention[0].length;
        return OBJECTS / BYTES
                + found.ids().length
                + (long) found.tokenScores().length
                + (attention == null ? 0 : attention.length * seen);
    }
}
