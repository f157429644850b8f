package org.dragoman.model;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A model's place in memory, from the first claim on it until it is closed. The counts are guarded
 * by the {@link Shelf} it stands on; the future completes with the model or with what failed.
 */
final class Slot {
    private static final long MEBI = 1L << 20;

    final ModelCard card;
    final CompletableFuture<LoadedModel> model = new CompletableFuture<>();
    int claims;
    long bytes;
    long lastUse;
    private @Nullable String insteadOf;
    private long until;

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

    /**
     * It is to be had in place of a revision that could not be loaded.
     *
     * @param end by {@link System#nanoTime}: then that one is tried again
     */
    void standIn(String revision, long end) {
        insteadOf = revision;
        until = end;
    }

    /** Whether it is what somebody gets who asks for this revision. */
    boolean serves(String revision) {
        return card.revision().equals(revision)
                || (revision.equals(insteadOf) && System.nanoTime() - until < 0);
    }

    /**
     * What is said when it needs so many bytes and does not get them.
     *
     * @param why goes on with the budget
     */
    String tooLarge(long needed, String why, long budget) {
        return "Model %s does not fit: it needs %d MiB%s%d MiB"
                .formatted(card.name(), (needed + MEBI - 1) / MEBI, why, budget / MEBI);
    }
}
