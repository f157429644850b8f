package org.dragoman.translation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Lease;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.web.Provenance;

/** The rounds of a wave, one a model and pair. For one thread. */
final class Rounds implements AutoCloseable {
    private final Models models;
    private final Deadline deadline;
    private final Round.Cutting cutting;
    private final Map<String, Round> rounds = new LinkedHashMap<>();
    private final Set<String> crowdedOut = new HashSet<>();

    Rounds(Models models, Round.Cutting cutting, Deadline deadline) {
        this.models = models;
        this.cutting = cutting;
        this.deadline = deadline;
    }

    /**
     * The round of a leg's model in a manner; one of several languages has one for each pair.
     * Nothing when the model does not fit into memory beside those of the other rounds; where there
     * are none this waits for room.
     *
     * @throws DragomanException as {@link Models#lease(String, java.time.Duration)}
     */
    Optional<Round> with(Routes.Leg leg, Manner manner) {
        ModelCard card = leg.hop().model();
        Pair pair = leg.pair();
        boolean several = card.from().size() > 1 || card.to().size() > 1;
        String languages = several ? " " + pair.source() + " " + pair.target() : "";
        String key = manner + " " + card.name() + languages;
        Round known = rounds.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Lease> lease = lease(card.name());
        lease.ifPresent(leased -> rounds.put(key, new Round(leased, pair, manner, cutting)));
        return Optional.ofNullable(rounds.get(key));
    }

    private Optional<Lease> lease(String name) {
        if (rounds.isEmpty()) {
            return Optional.of(models.lease(name, deadline.remaining()));
        }
        if (crowdedOut.contains(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(models.lease(name));
        } catch (DragomanException refused) {
            if (refused.retryAfter().isEmpty()) {
                throw refused;
            }
            crowdedOut.add(name);
            return Optional.empty();
        }
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
