package org.dragoman.model;

import java.util.function.Consumer;

/** One claim on a slot of the pool; its monitor keeps a share from passing a close. */
final class PoolLease implements Lease {
    private final Slot slot;
    private final LoadedModel model;
    private final Consumer<Slot> again;
    private final Consumer<Slot> release;
    private boolean closed;

    PoolLease(Slot slot, LoadedModel model, Consumer<Slot> again, Consumer<Slot> release) {
        this.slot = slot;
        this.model = model;
        this.again = again;
        this.release = release;
    }

    @Override
    public ModelCard card() {
        return slot.card;
    }

    @Override
    public LoadedModel model() {
        return model;
    }

    @Override
    public synchronized Lease share() {
        if (closed) {
            throw new IllegalStateException("The lease is closed");
        }
        again.accept(slot);
        return new PoolLease(slot, model, again, release);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release.accept(slot);
        }
    }
}
