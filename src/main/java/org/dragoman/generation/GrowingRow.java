package org.dragoman.generation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The target of one prompt while it is being written. Confined to the thread that decodes. */
final class GrowingRow {
    private final int index;
    private final int[] ends;
    private final int[] ids;
    private int size;
    private boolean finished;

    GrowingRow(int index, int longest, int[] ends) {
        this.index = index;
        this.ends = ends;
        this.ids = new int[longest];
    }

    /** Which prompt it is. */
    int index() {
        return index;
    }

    boolean grows() {
        return !finished && room() > 0;
    }

    /** Ids it can still take. */
    int room() {
        return ids.length - size;
    }

    /** The last id; nothing before the first step. */
    IntStream last() {
        return Arrays.stream(ids, Math.max(0, size - 1), size);
    }

    /** Takes what fits: an end beyond the row's own maximum is as if it were never written. */
    void append(int[] chosen) {
        if (chosen.length == 0) {
            throw new IllegalStateException("The decoder chose nothing for a row that goes on");
        }
        int taken = Math.min(chosen.length, room());
        System.arraycopy(chosen, 0, ids, size, taken);
        size += taken;
        finished = Arrays.stream(ends).anyMatch(end -> end == ids[size - 1]);
    }

    /** The hypothesis; nothing when the row was given up. */
    List<Hypothesis> found() {
        if (grows()) {
            return List.of();
        }
        return List.of(Hypothesis.of(Arrays.copyOf(ids, finished ? size - 1 : size), finished));
    }
}
