package org.dragoman.generation;

import java.util.List;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Pace;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Steps;

/**
 * A batch on its way through a decoder. Rows that stopped, and rows nobody waits for, are left out
 * of the next crossing, which frees their memory. Confined to one thread.
 */
final class Crossings {
    private static final int[] NONE = {};

    private final Decoder decoder;
    private final Plan plan;
    private final int steps;
    private final Pace pace;
    private boolean begun;

    /**
     * A way through a decoder that somebody else closes.
     *
     * @param steps steps the decoder may take in one crossing where no rule needs to look at them
     */
    Crossings(Decoder decoder, Plan plan, int steps) {
        this.decoder = decoder;
        this.plan = plan;
        this.steps = steps;
        this.pace = new Pace(steps);
    }

    /** Goes on until no row does. */
    void run(List<Row> rows, Watch watch) {
        List<Row> batch = staying(rows, watch);
        while (!batch.isEmpty()) {
            int free = plan.goesAlone() ? free(batch) : 0;
            if (free > 0) {
                advance(batch, free);
            } else {
                step(batch);
            }
            begun = true;
            batch = staying(batch, watch);
        }
    }

    private static List<Row> staying(List<Row> batch, Watch watch) {
        List<Row> running =
                batch.stream().filter(row -> !row.search().running().isEmpty()).toList();
        if (!running.isEmpty()) {
            watch.crossing();
        }
        return running.stream().filter(row -> watch.waits(row.index())).toList();
    }

    /** Steps from here in which no row has a rule, and a row has room. */
    private int free(List<Row> batch) {
        int room =
                batch.stream()
                        .mapToInt(row -> ((GreedyRow) row.search()).room())
                        .max()
                        .orElseThrow();
        int together = (int) Math.max(1, Math.min(Math.min(steps, pace.most()), room));
        return batch.stream().mapToInt(row -> row.free(together)).min().orElseThrow();
    }

    private void advance(List<Row> batch, int free) {
        int[] tokens = tokens(batch);
        long start = System.nanoTime();
        Steps chosen = decoder.advance(arrange(batch), tokens, free);
        pace.took(free, System.nanoTime() - start);
        for (int i = 0; i < batch.size(); i++) {
            ((GreedyRow) batch.get(i).search()).take(chosen, i);
        }
    }

    private void step(List<Row> batch) {
        int[] tokens = tokens(batch);
        int[] parents = arrange(batch);
        Step step = decoder.step(new StepRequest(parents, tokens, edits(batch), plan.candidates()));
        batch.forEach(row -> row.search().take(new Choices(step, row.from())));
    }

    /** The last id of each branch; none before the first step. */
    private int[] tokens(List<Row> batch) {
        if (!begun) {
            return NONE;
        }
        return batch.stream()
                .flatMap(row -> row.search().running().stream())
                .mapToInt(branch -> branch.target().last())
                .toArray();
    }

    /** Moves the rows together; gives for each branch the place of the one it continues. */
    private static int[] arrange(List<Row> batch) {
        int[] parents =
                new int[batch.stream().mapToInt(row -> row.search().running().size()).sum()];
        int place = 0;
        for (Row row : batch) {
            int first = place;
            for (Branch branch : row.search().running()) {
                parents[place++] = row.from() + branch.parent();
            }
            row.moveTo(first);
        }
        return parents;
    }

    /** Rule by rule, so that a decoder can make one operation of what a rule says of all rows. */
    private static Edits edits(List<Row> batch) {
        EditList edits = new EditList();
        for (int place = 0; place < batch.get(0).rules(); place++) {
            for (Row row : batch) {
                row.apply(place, edits);
            }
        }
        return edits.edits();
    }
}
