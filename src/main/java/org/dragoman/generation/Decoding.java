package org.dragoman.generation;

import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;

/**
 * Greedy and beam search over the ports of a model. What becomes of a row depends on that row
 * alone. Greedy search crosses into the model a few steps at a time where no rule has to look at
 * each; a batch of beam search has as many rows in the model as its prompts have beams. Between
 * crossings the rows that ended and the rows nobody waits for leave it. Immutable and thread-safe.
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
     * Refuses what cannot be searched, before it fails a batch.
     *
     * @param prefix ids a target begins with after the start token
     * @throws IllegalArgumentException when the prompt leaves no room for an id, or an id is not in
     *     the vocabulary
     */
    public static void check(SearchOptions options, int prefix, Limits limits) {
        check(Plan.of(options), prefix + (int) options.ids().start().stream().count(), limits);
    }

    private static void check(Plan plan, int begun, Limits limits) {
        if (plan.longest(limits, 1, begun) <= begun) {
            throw new IllegalArgumentException("A prompt has to leave room for an id");
        }
        if (plan.options().named().anyMatch(id -> id >= limits.vocabulary())) {
            throw new IllegalArgumentException("The options name an id the model does not have");
        }
    }

    /**
     * Decodes a batch and closes its decoder, whatever happens.
     *
     * @param prompts at least one; their targets are equally long
     * @param watch looks at the batch before each crossing, and says who still waits
     * @return for each prompt, in order, what was found, best first: one target of greedy search,
     *     of beam search as many as the options ask for, fewer only where the rules leave no more;
     *     nothing where the row was given up because nobody waited
     * @throws IllegalArgumentException as {@link #check}
     * @throws org.dragoman.failure.DragomanException model-unavailable when native memory ran out
     */
    public List<List<Hypothesis>> search(
            SequenceModel model, List<Prompt> prompts, SearchOptions options, Watch watch) {
        Plan plan = Plan.of(options);
        check(plan, prompts.get(0).target().length, model.limits());
        List<Row> rows = rows(plan, model.limits(), prompts);
        model.start(prompts, plan.scoring(), () -> goesOn(rows, watch))
                .ifPresent(decoder -> decode(decoder, plan, rows, watch));
        return rows.stream().map(row -> row.search().found()).toList();
    }

    private static boolean goesOn(List<Row> rows, Watch watch) {
        watch.crossing();
        return rows.stream().anyMatch(row -> watch.waits(row.index()));
    }

    private void decode(Decoder started, Plan plan, List<Row> rows, Watch watch) {
        try (Decoder decoder = started) {
            new Crossings(decoder, plan, steps).run(rows, watch);
        }
    }

    private static List<Row> rows(Plan plan, Limits limits, List<Prompt> prompts) {
        return IntStream.range(0, prompts.size())
                .mapToObj(i -> row(plan, limits, i, prompts.get(i)))
                .toList();
    }

    private static Row row(Plan plan, Limits limits, int index, Prompt prompt) {
        int longest = plan.longest(limits, prompt.source().length, prompt.target().length);
        Target begun = Target.of(prompt.target());
        RowSearch search =
                plan.greedy()
                        ? new GreedyRow(plan, begun, longest)
                        : new BeamRow(plan, begun, longest);
        return new Row(index, search, plan.rules(prompt, longest));
    }
}
