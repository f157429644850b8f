package org.dragoman.generation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Stopping;

/**
 * Beam search as transformers 4.57 has it. It starts from the prompt alone, where the reference has
 * as many equal beams of which all but one are out of the running: the candidates are the same.
 */
final class BeamRow implements RowSearch {
    private final Plan plan;
    private final Beam beam;
    private final int prompt;
    private final int longest;
    private final Pool pool;
    private List<Branch> running;

    BeamRow(Plan plan, Target prompt, int longest) {
        this.plan = plan;
        this.beam = plan.options().beam();
        this.prompt = prompt.length();
        this.longest = longest;
        this.pool = new Pool(beam);
        this.running = List.of(new Branch(0, prompt));
    }

    @Override
    public List<Branch> running() {
        return running;
    }

    @Override
    public void take(Choices choices) {
        List<Branch> next = new ArrayList<>(beam.width());
        Merge merge = new Merge(running, choices);
        boolean last = running.get(0).target().length() + 1 == longest;
        for (int rank = 0; rank < plan.candidates() && merge.advance(); rank++) {
            boolean ends = plan.ends(merge.id());
            if (ends || last) {
                // A candidate that ends counts among the best only; one behind them is lost.
                if (rank < beam.width()) {
                    pool.add(merge.target(), ends);
                }
            } else if (next.size() < beam.width()) {
                next.add(new Branch(merge.branch(), merge.target()));
            }
        }
        settle(next);
    }

    private void settle(List<Branch> next) {
        if (next.isEmpty() && pool.isEmpty()) {
            // The rules left nothing to go on with.
            pool.add(running.get(0).target(), false);
        }
        running = next.isEmpty() || stops(next.get(0).target()) ? List.of() : next;
    }

    private boolean stops(Target best) {
        if (!pool.isFull() || beam.stopping() == Stopping.WHEN_FULL) {
            return pool.isFull();
        }
        boolean couldGrow = beam.stopping() == Stopping.WHEN_IMPOSSIBLE && beam.lengthPenalty() > 0;
        int written = couldGrow ? longest - prompt : best.written();
        return pool.score(best.sum(), written) <= pool.worst();
    }

    @Override
    public List<Hypothesis> found() {
        return running.isEmpty() ? pool.best() : List.of();
    }
}
