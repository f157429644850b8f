package org.dragoman.model;

/**
 * Changes to single scores, applied in order: SET makes it the value; PENALISE multiplies a
 * negative one by the value and divides another; FORCE makes it 0 and the rest of its row −∞.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Edits(int[] rows, int[] tokens, byte[] operations, float[] values) {
    public static final byte SET = 0;
    public static final byte PENALISE = 1;
    public static final byte FORCE = 2;
    public static final Edits NONE = new Edits(new int[0], new int[0], new byte[0], new float[0]);
}
