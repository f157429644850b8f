package org.dragoman.torch;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.dragoman.model.Edits;

/**
 * Edits in the form the scripts apply them: runs of one operation over places that are all
 * different, so that a run is one operation on tensors and the order of the edits still holds.
 */
final class EditRuns {

    private final long[] rows;
    private final long[] columns;
    private final float[] values;
    private final long[] runs;
    private int taken;
    private int runCount;

    private EditRuns(int edits) {
        rows = new long[edits];
        columns = new long[edits];
        values = new float[edits];
        runs = new long[2 * edits];
    }

    /**
     * Splits edits into runs. One of an id without a column is left out where it changes nothing:
     * such an id is at −∞ already.
     *
     * @throws IllegalArgumentException when one would raise an id that has no column
     */
    static EditRuns of(Edits edits, Columns columns, RowOrder order) {
        EditRuns result = new EditRuns(edits.rows().length);
        Set<Long> places = new HashSet<>();
        for (int i = 0; i < edits.rows().length; i++) {
            byte operation = edits.operations()[i];
            int column = columns.of(edits.tokens()[i]);
            if (column >= 0) {
                int row = order.place(edits.rows()[i]);
                long place = ((long) row << Integer.SIZE) | column;
                if (!places.add(place) || result.begins(operation)) {
                    places.clear();
                    places.add(place);
                    result.begin(operation);
                }
                result.add(row, column, edits.values()[i]);
            } else if (raises(operation, edits.values()[i])) {
                throw new IllegalArgumentException("An edit raises an id its row does not allow");
            }
        }
        return result;
    }

    private static boolean raises(byte operation, float value) {
        return operation == Edits.FORCE
                || (operation == Edits.SET && value > Float.NEGATIVE_INFINITY);
    }

    /** A force clears its whole row, so it stands alone. */
    private boolean begins(byte operation) {
        return runCount == 0 || operation == Edits.FORCE || runs[2 * runCount - 2] != operation;
    }

    private void begin(byte operation) {
        runs[2 * runCount] = operation;
        runCount++;
    }

    private void add(int row, int column, float value) {
        rows[taken] = row;
        columns[taken] = column;
        values[taken] = value;
        taken++;
        runs[2 * runCount - 1]++;
    }

    /** Operation and length of each run. */
    long[] runs() {
        return Arrays.copyOf(runs, 2 * runCount);
    }

    long[] rows() {
        return Arrays.copyOf(rows, taken);
    }

    long[] columns() {
        return Arrays.copyOf(columns, taken);
    }

    float[] values() {
        return Arrays.copyOf(values, taken);
    }
}
