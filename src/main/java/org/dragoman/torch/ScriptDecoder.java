package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Scoring;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Steps;
import org.jspecify.annotations.Nullable;

/**
 * A batch being decoded by any script that includes {@code search.py}. Rows have their own order
 * inside the script, see {@link RowOrder}.
 */
final class ScriptDecoder implements Decoder {

    private static final int MOST_STEPS = 8;
    private final ScriptBatch batch;
    private final Columns columns;
    private final Scoring scoring;

    private final RowOrder order;

    /** Ids every row has so far. */
    private int position;

    ScriptDecoder(ScriptBatch batch, Columns columns, Scoring scoring, RowOrder order) {
        this.batch = batch;
        this.columns = columns;
        this.scoring = scoring;
        this.order = order;
    }

    @Override
    public Steps advance(int[] parents, int[] tokens, int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("Steps are 1 to " + MOST_STEPS);
        }
        try (NativeCall call = new NativeCall()) {
            IValue rows = arrange(call, parents, tokens);
            IValue answer =
                    batch.run(
                            call,
                            "advance",
                            rows,
                            ids(call, tokens),
                            call.number((long) position),
                            call.number((long) steps),
                            call.flag(scoring.renormalise()));
            IValue[] parts = call.elements(answer);
            int[][] chosen = split(call.longs(parts[0]), steps);
            float[][] scores = scoring.renormalise() ? split(call.floats(parts[2]), chosen) : null;
            order.keep(call.longs(parts[1]));
            position += steps;
            return new Steps(chosen, scores);
        }
    }

    @Override
    public Step step(StepRequest request) {
        try (NativeCall call = new NativeCall()) {
            IValue rows = arrange(call, request.parents(), request.tokens());
            EditRuns edits = EditRuns.of(request.edits(), columns, order);
            IValue answer =
                    batch.run(
                            call,
                            "step",
                            rows,
                            ids(call, request.tokens()),
                            call.number((long) position),
                            call.list(edits.runs()),
                            call.vector(edits.rows()),
                            call.vector(edits.columns()),
                            call.floats(edits.values(), edits.values().length),
                            call.number((long) request.best()),
                            call.flag(scoring.logSoftmax()),
                            call.flag(scoring.renormalise()),
                            call.flag(scoring.attention()));
            position++;
            return step(call, call.elements(answer));
        }
    }

    /** Takes on the caller's new rows; gives their places of before, empty when nothing moves. */
    private IValue arrange(NativeCall call, int[] parents, int[] tokens) {
        if (tokens.length != (position == 0 ? 0 : parents.length) || parents.length == 0) {
            throw new IllegalArgumentException("There is one last id for each row, none at first");
        }
        return call.vector(order.follow(parents));
    }

    private IValue ids(NativeCall call, int[] tokens) {
        return call.vector(
                position == 0
                        ? new long[0]
                        : Arrays.stream(order.rows()).mapToLong(row -> tokens[row]).toArray());
    }

    /** Cuts the script's [steps, rows] into a list a row. */
    private int[][] split(long[] answer, int steps) {
        int count = order.count();
        int[][] chosen = new int[count][];
        for (int row = 0; row < count; row++) {
            int place = order.place(row);
            chosen[row] =
                    IntStream.range(0, steps)
                            .map(step -> (int) answer[step * count + place])
                            .takeWhile(id -> id >= 0)
                            .toArray();
        }
        return chosen;
    }

    /** Cuts the scores of what was chosen in the same way. */
    private float[][] split(float[] answer, int[][] chosen) {
        float[][] scores = new float[chosen.length][];
        for (int row = 0; row < chosen.length; row++) {
            scores[row] = new float[chosen[row].length];
            for (int step = 0; step < scores[row].length; step++) {
                scores[row][step] = answer[step * chosen.length + order.place(row)];
            }
        }
        return scores;
    }

    private Step step(NativeCall call, IValue[] parts) {
        int rows = order.count();
        long[] ids = call.longs(parts[0]);
        float[] normalisers = call.floats(parts[2]);
        int best = ids.length / rows;
        int[][] tokens = new int[rows][best];
        float[] normaliser = new float[rows];
        for (int row = 0; row < rows; row++) {
            int from = order.place(row) * best;
            Arrays.setAll(tokens[row], i -> (int) ids[from + i]);
            normaliser[row] = normalisers[order.place(row)];
        }
        float[][] scores = rows(call.floats(parts[1]));
        return new Step(tokens, scores, normaliser, attention(call, parts[3]));
    }

    private float @Nullable [][] attention(NativeCall call, IValue weights) {
        if (!scoring.attention()) {
            return null;
        }
        float[][] rows = rows(call.floats(weights));
        Arrays.setAll(rows, row -> Arrays.copyOf(rows[row], order.length(row)));
        return rows;
    }

    /** One array for each of the caller's rows, of values that are in order of places. */
    private float[][] rows(float[] values) {
        int each = values.length / order.count();
        float[][] rows = new float[order.count()][];
        for (int row = 0; row < rows.length; row++) {
            int from = order.place(row) * each;
            rows[row] = Arrays.copyOfRange(values, from, from + each);
        }
        return rows;
    }

    @Override
    public void close() {
        batch.close();
    }
}
