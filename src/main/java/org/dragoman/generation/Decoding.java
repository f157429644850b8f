package org.dragoman.generation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;

/**
 * Greedy search over the ports of a model. A batch crosses into the model a few steps at a time;
 * between crossings the rows that ended and the rows nobody waits for leave it. What becomes of a
 * row depends on that row alone. Immutable and thread-safe.
 */
public final class Decoding {
    /** Steps a decoder takes in one crossing at most, see {@link Decoder#advance}. */
    public static final int MOST_STEPS = 8;

    private final int steps;

    /**
     * A search that looks at its rows after every so many steps.
     *
     * @param steps 1 to {@value #MOST_STEPS}: more saves crossings, fewer frees rows earlier
     */
    public Decoding(int steps) {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("Not a number of steps: " + steps);
        }
        this.steps = steps;
    }

    /**
     * Decodes a batch and closes its decoder, whatever happens.
     *
     * @param prompts at least one; their targets are equally long
     * @param waited whether somebody still waits for the prompt with this index; asked on the
     *     calling thread before each crossing
     * @return for each prompt, in order, what was found, best first; nothing where the row was
     *     given up because nobody waited
     * @throws org.dragoman.failure.DragomanException model-unavailable when native memory ran out
     */
    public List<List<Hypothesis>> search(
            SequenceModel model, List<Prompt> prompts, SearchOptions options, IntPredicate waited) {
        int[] ends = options.ids().ends().stream().mapToInt(Integer::intValue).toArray();
        List<GrowingRow> rows = rows(model.limits(), prompts, ends);
        try (Decoder decoder = model.start(prompts, Scoring.raw(ends))) {
            List<GrowingRow> batch = rows;
            int[] parents = staying(batch, waited);
            while (parents.length > 0) {
                batch = IntStream.of(parents).mapToObj(batch::get).toList();
                cross(decoder, parents, batch);
                parents = staying(batch, waited);
            }
        }
        return rows.stream().map(GrowingRow::found).toList();
    }

    private static List<GrowingRow> rows(Limits limits, List<Prompt> prompts, int[] ends) {
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> new GrowingRow(i, longest(limits, prompts.get(i)), ends))
                .toList();
    }

    /** Ids a row may have, its end included: from its own source, never from its batch. */
    private static int longest(Limits limits, Prompt prompt) {
        double bySource = Math.floor(limits.targetPerSource() * prompt.source().length) + 1;
        return (int) Math.min(limits.longestTarget(), bySource);
    }

    /** Positions in the batch of the rows that go on. */
    private static int[] staying(List<GrowingRow> batch, IntPredicate waited) {
        return IntStream.range(0, batch.size())
                .filter(i -> batch.get(i).grows() && waited.test(batch.get(i).index()))
                .toArray();
    }

    private void cross(Decoder decoder, int[] parents, List<GrowingRow> batch) {
        // All rows start together, so either each of them has a last id or none has.
        int[] last = batch.stream().flatMapToInt(GrowingRow::last).toArray();
        int room = batch.stream().mapToInt(GrowingRow::room).max().orElseThrow();
        int[][] chosen = decoder.advance(parents, last, Math.min(steps, room));
        for (int i = 0; i < chosen.length; i++) {
            batch.get(i).append(chosen[i]);
        }
    }
}
