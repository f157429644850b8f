package org.dragoman.generation;

import java.util.Arrays;
import org.dragoman.model.Edits;

/** Edits of one step while they are collected, row by row. Confined to one thread. */
final class EditList {
    private static final int FIRST_CAPACITY = 64;

    private int[] rows = new int[FIRST_CAPACITY];
    private int[] ids = new int[FIRST_CAPACITY];
    private byte[] operations = new byte[FIRST_CAPACITY];
    private float[] values = new float[FIRST_CAPACITY];
    private int size;
    private int row;
    private int begun;

    /** The edits that follow are of this row of the decoder. */
    void row(int next) {
        row = next;
        begun = size;
    }

    /** Never this id; to ban it twice in a row is to ban it once. */
    void ban(int id) {
        for (int i = begun; i < size; i++) {
            if (ids[i] == id) {
                return;
            }
        }
        add(id, Edits.SET, Float.NEGATIVE_INFINITY);
    }

    void penalise(int id, float penalty) {
        add(id, Edits.PENALISE, penalty);
    }

    /** This id and no other. */
    void force(int id) {
        add(id, Edits.FORCE, 0);
    }

    private void add(int id, byte operation, float value) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            ids = Arrays.copyOf(ids, 2 * size);
            operations = Arrays.copyOf(operations, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        rows[size] = row;
        ids[size] = id;
        operations[size] = operation;
        values[size] = value;
        size++;
    }

    Edits edits() {
        return size == 0
                ? Edits.NONE
                : new Edits(
                        Arrays.copyOf(rows, size),
                        Arrays.copyOf(ids, size),
                        Arrays.copyOf(operations, size),
                        Arrays.copyOf(values, size));
    }
}
