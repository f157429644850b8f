package org.dragoman.translation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.web.Provenance;

/**
 * Takes all drafts of a call along their routes, in waves. A wave is the next model of every draft,
 * as far as the models fit into memory together: all is sent before the first answer is awaited,
 * and the models are given back before the next wave. So a first model that several routes share is
 * asked once, the second models of all are asked together, and a call that needs more models than
 * there is room for comes to its end in more waves. For one thread.
 */
final class Relay {
    private final Models models;
    private final Inference inference;
    private final ClauseSplitter clauses;
    private final int longestSource;
    private final Deadline deadline;
    private final Set<Provenance.Used> used = new LinkedHashSet<>();

    Relay(
            Models models,
            Inference inference,
            ClauseSplitter clauses,
            int longestSource,
            Deadline deadline) {
        this.models = models;
        this.inference = inference;
        this.clauses = clauses;
        this.longestSource = longestSource;
        this.deadline = deadline;
    }

    /**
     * Returns when all drafts have been through all their models.
     *
     * @return the models, in the order of first use
     */
    List<Provenance.Used> run(List<Draft> drafts) {
        List<Draft> waiting = underway(drafts);
        while (!waiting.isEmpty()) {
            wave(waiting);
            waiting = underway(waiting);
        }
        return List.copyOf(used);
    }

    private static List<Draft> underway(List<Draft> drafts) {
        return drafts.stream().filter(draft -> !draft.done()).toList();
    }

    private void wave(List<Draft> waiting) {
        try (Rounds rounds = new Rounds(models, clauses, deadline, longestSource)) {
            List<Draft> aboard = new ArrayList<>();
            for (Draft draft : waiting) {
                Optional<Round> round = rounds.with(draft.next());
                round.ifPresent(draft::ask);
                round.ifPresent(found -> aboard.add(draft));
            }
            rounds.send(inference);
            aboard.forEach(Draft::take);
            used.addAll(rounds.used());
        }
    }
}
