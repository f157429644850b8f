package org.dragoman.translation;

import jakarta.inject.Singleton;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Models;
import org.dragoman.text.ClauseSplitter;

/** What carries texts through models. Thread-safe. */
@Singleton
public final class Relays {
    private final Models models;
    private final Inference inference;
    private final Round.Cutting cutting;

    public Relays(
            Models models,
            Inference inference,
            ClauseSplitter clauses,
            TranslationSettings settings) {
        this.models = models;
        this.inference = inference;
        this.cutting = new Round.Cutting(clauses, settings.longestSource());
    }

    Models models() {
        return models;
    }

    /** One for a call. */
    Relay relay(Deadline deadline) {
        return new Relay(models, inference, cutting, deadline);
    }
}
