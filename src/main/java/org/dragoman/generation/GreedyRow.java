package org.dragoman.generation;

import java.util.List;
import org.dragoman.model.Steps;

/** Greedy search: at each step the best id. */
final class GreedyRow implements RowSearch {
    private final Plan plan;
    private final int longest;
    private Target target;
    private boolean ended;

    GreedyRow(Plan plan, Target prompt, int longest) {
        this.plan = plan;
        this.longest = longest;
        this.target = prompt;
    }

    @Override
    public List<Branch> running() {
        return ended || room() == 0 ? List.of() : List.of(new Branch(0, target));
    }

    /** Ids it can still take. */
    int room() {
        return longest - target.length();
    }

    @Override
    public void take(Choices choices) {
        int id = choices.ids(0)[0];
        target = target.and(id, choices.scores(0)[0], choices.attention(0));
        ended = plan.ends(id);
    }

    /** Takes what fits: an end beyond the row's own maximum is as if it were never written. */
    void take(Steps steps, int row) {
        int[] chosen = steps.tokens()[row];
        if (chosen.length == 0) {
            throw new IllegalStateException("The decoder chose nothing for a row that goes on");
        }
        float[][] scores = steps.scores();
        target =
                target.and(
                        chosen,
                        scores == null ? null : scores[row],
                        Math.min(chosen.length, room()));
        ended = plan.ends(target.last());
    }

    @Override
    public List<Hypothesis> found() {
        if (!running().isEmpty()) {
            return List.of();
        }
        return List.of(
                plan.tellsScores()
                        ? target.hypothesis(ended, target.sum() / target.written())
                        : target.plain(ended));
    }
}
