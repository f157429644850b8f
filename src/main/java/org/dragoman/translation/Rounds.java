package org.dragoman.translation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.web.Provenance;

/** The rounds of a call, one a model and pair. For one thread. */
final class Rounds implements AutoCloseable {
    private final Models models;
    private final Deadline deadline;
    private final ClauseSplitter clauses;
    private final int longestSource;
    private final Map<String, Round> rounds = new LinkedHashMap<>();

    Rounds(Models models, ClauseSplitter clauses, Deadline deadline, int longestSource) {
        this.models = models;
        this.clauses = clauses;
        this.deadline = deadline;
        this.longestSource = longestSource;
    }

    /** The round of a model; one of several languages has one for each pair. */
    Round with(ModelCard card, Pair pair) {
        boolean several = card.from().size() > 1 || card.to().size() > 1;
        String key =
                several ? card.name() + " " + pair.source() + " " + pair.target() : card.name();
        return rounds.computeIfAbsent(
                key, name -> new Round(models.lease(card.name()), pair, clauses, longestSource));
    }

    /** Sends everything before anything is waited for, so that batches fill across models. */
    void send(Inference inference) {
        deadline.check();
        try {
            rounds.values().forEach(round -> round.send(inference, deadline));
        } catch (DragomanException refused) {
            // Nobody waits any more for what other models were sent before.
            deadline.cancel();
            throw refused;
        }
    }

    List<Provenance.Used> used() {
        return rounds.values().stream().map(Round::used).distinct().toList();
    }

    @Override
    public void close() {
        rounds.values().forEach(Round::close);
    }
}
