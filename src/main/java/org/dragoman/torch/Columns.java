package org.dragoman.torch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.dragoman.model.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * The target ids a batch computes scores for, ascending: what the shortlist allows any of its rows.
 * A row chooses among what it is allowed itself, so that its answer does not depend on its
 * neighbours. Immutable.
 */
final class Columns {

    private static final long[] EVERY = {};

    private final int[] ids;
    private final long[] own;
    private final boolean all;

    private Columns(int[] ids, long[] own, boolean all) {
        this.ids = ids;
        this.own = own;
        this.all = all;
    }

    /** The columns of a batch; without a shortlist the whole vocabulary. */
    static Columns of(List<Prompt> rows, @Nullable Shortlist shortlist, int vocabulary) {
        if (shortlist == null) {
            return new Columns(new int[0], EVERY, true);
        }
        int[][] own = new int[rows.size()][];
        BitSet union = new BitSet(vocabulary);
        BitSet row = new BitSet(vocabulary);
        for (int i = 0; i < own.length; i++) {
            row.clear();
            mark(row, rows.get(i), shortlist);
            own[i] = row.stream().toArray();
            union.or(row);
        }
        int[] ids = union.stream().toArray();
        return new Columns(ids, own.length == 1 ? EVERY : table(own, ids, vocabulary), false);
    }

    private static void mark(BitSet marked, Prompt prompt, Shortlist shortlist) {
        marked.set(0, shortlist.first());
        for (int source : prompt.source()) {
            for (int place = shortlist.from(source); place < shortlist.to(source); place++) {
                marked.set(shortlist.id(place));
            }
        }
        for (int id : prompt.alsoAllowed()) {
            marked.set(id);
        }
    }

    private static long[] table(int[][] own, int[] ids, int vocabulary) {
        int[] columnOf = new int[vocabulary];
        for (int column = 0; column < ids.length; column++) {
            columnOf[ids[column]] = column;
        }
        int most = Arrays.stream(own).mapToInt(row -> row.length).max().orElse(0);
        long[] table = new long[own.length * most];
        Arrays.fill(table, ids.length);
        for (int row = 0; row < own.length; row++) {
            for (int i = 0; i < own[row].length; i++) {
                table[row * most + i] = columnOf[own[row][i]];
            }
        }
        return table;
    }

    /** The id of each column; empty when every id has its own. */
    long[] ids() {
        return Arrays.stream(ids).asLongStream().toArray();
    }

    /**
     * Columns that each row may choose, [rows × most], ascending; the number of columns where a row
     * may choose fewer. Empty when each may choose any.
     */
    long[] own() {
        return own;
    }

    /** The column of an id; negative when it has none. */
    int of(int id) {
        return all ? id : Arrays.binarySearch(ids, id);
    }

    /** The columns of those of the ids that have one. */
    int[] present(int[] some) {
        return Arrays.stream(some).map(this::of).filter(column -> column >= 0).toArray();
    }
}
