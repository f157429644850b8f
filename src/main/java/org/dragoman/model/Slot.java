package org.dragoman.model;

import java.util.concurrent.CompletableFuture;

/**
 * A model's place in memory, from the first claim on it until it is closed. The counts are guarded
 * by the {@link Shelf} it stands on; the future completes with the model or with what failed.
 */
final class Slot {
    final ModelCard card;
    final CompletableFuture<LoadedModel> model = new CompletableFuture<>();
    int claims;
    long bytes;
    long lastUse;

    Slot(ModelCard card) {
        this.card = card;
    }

    /** Loaded, and nobody uses it or waits for it. */
    boolean idle() {
        return claims == 0 && loaded();
    }

    boolean loaded() {
        return model.isDone() && !model.isCompletedExceptionally();
    }
}
