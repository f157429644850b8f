package org.dragoman.torch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where the rows of a batch are inside the script: in order of their source's length, rows of one
 * source side by side, those that ended gone. The caller counts rows his own way, and may repeat or
 * drop them. One thread.
 */
final class RowOrder {

    private static final int GONE = -1;

    /** By source, ascending: lengths. */
    private final int[] lengths;

    /** By the caller's count: the source of a row, and its place inside. */
    private int[] sources;

    private int[] places;

    /** By place: the caller's row. */
    private int[] rows;

    /**
     * @param lengths of the source of each row, as the caller counts rows at first
     */
    RowOrder(int[] lengths) {
        this.rows = ascending(lengths);
        this.lengths = Arrays.stream(rows).map(row -> lengths[row]).toArray();
        this.places = inverse(rows);
        this.sources = places;
    }

    private static int[] ascending(int[] keys) {
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparing(row -> keys[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] inverse(int[] rows) {
        int[] places = new int[rows.length];
        for (int place = 0; place < rows.length; place++) {
            places[rows[place]] = place;
        }
        return places;
    }

    /** The caller's rows, in the order of their places. */
    int[] rows() {
        return rows;
    }

    /** The place of a row that has not ended. */
    int place(int row) {
        return places[row];
    }

    /** Ids of the source of a row. */
    int length(int row) {
        return lengths[sources[row]];
    }

    /** Rows as the caller counts them, ended ones too. */
    int count() {
        return sources.length;
    }

    /**
     * Takes on new rows, each going on from an old one.
     *
     * @return the old place for each new one; empty when nothing moves
     * @throws IllegalArgumentException when a parent has ended
     */
    long[] follow(int[] parents) {
        int inside = rows.length;
        int[] next = Arrays.stream(parents).map(parent -> sources[parent]).toArray();
        int[] order = ascending(next);
        long[] from = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            from[place] = places[parents[order[place]]];
            if (from[place] == GONE) {
                throw new IllegalArgumentException("A row that has ended cannot go on");
            }
        }
        sources = next;
        rows = order;
        places = inverse(order);
        return Arrays.equals(from, LongStream.range(0, inside).toArray()) ? new long[0] : from;
    }

    /** Leaves only the rows at these places, ascending: the script has dropped the others. */
    void keep(long[] kept) {
        rows = Arrays.stream(kept).mapToInt(place -> rows[(int) place]).toArray();
        Arrays.fill(places, GONE);
        for (int place = 0; place < rows.length; place++) {
            places[rows[place]] = place;
        }
    }
}
