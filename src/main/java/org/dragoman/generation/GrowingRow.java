package org.dragoman.generation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding.Ending;
import org.dragoman.generation.Decoding.Written;

/** The target of one prompt while it is being written. Confined to the thread that decodes. */
final class GrowingRow {
    private final int index;
    private final int eos;
    private final int[] ids;
    private int size;
    private boolean finished;

    GrowingRow(int index, int longest, int eos) {
        this.index = index;
        this.eos = eos;
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
        finished = ids[size - 1] == eos;
    }

    Written written() {
        if (finished) {
            return new Written(Arrays.copyOf(ids, size - 1), Ending.FINISHED);
        }
        return new Written(Arrays.copyOf(ids, size), room() > 0 ? Ending.LEFT : Ending.TOO_LONG);
    }
}
