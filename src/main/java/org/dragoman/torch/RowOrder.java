package org.dragoman.torch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where the rows of a batch are inside the script: in order of their source's length, those that
 * ended gone. The caller counts rows his own way, and may repeat or drop them. One thread.
 */
final class RowOrder {

    private static final int GONE = -1;

    /** By the caller's count: source lengths and places inside. */
    private int[] lengths;

    private int[] places;

    /** By place: the caller's row. */
    private int[] rows;

    RowOrder(int[] lengths) {
        this.lengths = lengths;
        this.rows = byLength(lengths);
        this.places = inverse(rows);
    }

    private static int[] byLength(int[] lengths) {
        return IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparing(row -> lengths[row]))
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
        return lengths[row];
    }

    /** Rows as the caller counts them, ended ones too. */
    int count() {
        return lengths.length;
    }

    /**
     * Takes on new rows, each going on from an old one.
     *
     * @return the old place for each new one; empty when nothing moves
     * @throws IllegalArgumentException when a parent has ended
     */
    long[] follow(int[] parents) {
        int inside = rows.length;
        int[] next = Arrays.stream(parents).map(parent -> lengths[parent]).toArray();
        int[] order = byLength(next);
        long[] from = new long[order.length];
        for (int place = 0; place < order.length; place++) {
            from[place] = places[parents[order[place]]];
            if (from[place] == GONE) {
                throw new IllegalArgumentException("A row that has ended cannot go on");
            }
        }
        lengths = next;
        rows = order;
        places = inverse(order);
        return Arrays.equals(from, LongStream.range(0, inside).toArray()) ? new long[0] : from;
    }

    /** Leaves only the rows that go on: the script has dropped the others. */
    void drop(boolean[] ended) {
        rows = Arrays.stream(rows).filter(row -> !ended[row]).toArray();
        Arrays.fill(places, GONE);
        for (int place = 0; place < rows.length; place++) {
            places[rows[place]] = place;
        }
    }
}
