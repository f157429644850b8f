package org.dragoman.generation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.model.SearchOptions.Beam;

/** The finished targets of a row, best first, no more of them than beams. */
final class Pool {
    private final Beam beam;
    private final List<Hypothesis> hypotheses = new ArrayList<>();

    Pool(Beam beam) {
        this.beam = beam;
    }

    /** Takes a target in that is among the best; of equals the earlier one counts as better. */
    void add(Target target, boolean ended) {
        float score = score(target.sum(), target.written());
        int place = 0;
        while (place < hypotheses.size() && hypotheses.get(place).score() >= score) {
            place++;
        }
        if (place < beam.width()) {
            hypotheses.add(place, target.hypothesis(ended, score));
            if (hypotheses.size() > beam.width()) {
                hypotheses.remove(beam.width());
            }
        }
    }

    /** In single precision, as the reference has it. */
    float score(float sum, int written) {
        return sum / (float) Math.pow(written, beam.lengthPenalty());
    }

    boolean isEmpty() {
        return hypotheses.isEmpty();
    }

    boolean isFull() {
        return hypotheses.size() == beam.width();
    }

    float worst() {
        return hypotheses.get(hypotheses.size() - 1).score();
    }

    List<Hypothesis> best() {
        return List.copyOf(hypotheses.subList(0, Math.min(beam.answers(), hypotheses.size())));
    }
}
