package org.dragoman.translation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Models;
import org.dragoman.web.Provenance;

/**
 * Takes all journeys of a call along their routes, in waves. A wave is the next model of every one,
 * as far as the models fit into memory together: all is sent before the first answer is awaited,
 * and the models are given back before the next wave. So a first model that several routes share is
 * asked once, the second models of all are asked together, and a call that needs more models than
 * there is room for comes to its end in more waves. For one thread.
 */
final class Relay {
    private final Models models;
    private final Inference inference;
    private final Round.Cutting cutting;
    private final Deadline deadline;
    private final Set<Provenance.Used> used = new LinkedHashSet<>();

    Relay(Models models, Inference inference, Round.Cutting cutting, Deadline deadline) {
        this.models = models;
        this.inference = inference;
        this.cutting = cutting;
        this.deadline = deadline;
    }

    /** Returns when all journeys have been through all their models; may be called again. */
    void run(List<Journey> journeys) {
        List<Journey> waiting = underway(journeys);
        while (!waiting.isEmpty()) {
            wave(waiting);
            waiting = underway(waiting);
        }
    }

    /** The models so far, in the order of first use. */
    List<Provenance.Used> used() {
        return List.copyOf(used);
    }

    private static List<Journey> underway(List<Journey> journeys) {
        return journeys.stream().filter(journey -> !journey.done()).toList();
    }

    private void wave(List<Journey> waiting) {
        try (Rounds rounds = new Rounds(models, cutting, deadline)) {
            List<Journey> aboard = new ArrayList<>();
            for (Journey journey : waiting) {
                Optional<Round> round = rounds.with(journey.next(), journey.manner());
                round.ifPresent(journey::ask);
                round.ifPresent(found -> aboard.add(journey));
            }
            rounds.send(inference);
            take(aboard);
            aboard.forEach(Journey::goOn);
            used.addAll(rounds.used());
        }
    }

    /** Takes answers as they come, so that none waits for those of another text or language. */
    private void take(List<Journey> aboard) {
        List<Journey> taking = new ArrayList<>(aboard);
        taking.removeIf(Journey::taken);
        while (!taking.isEmpty()) {
            deadline.check();
            boolean any = false;
            for (Journey journey : taking) {
                any |= journey.takeReady();
            }
            taking.removeIf(Journey::taken);
            if (!any) {
                taking.get(0).takeNext();
                taking.removeIf(Journey::taken);
            }
        }
    }
}
