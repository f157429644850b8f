package org.dragoman.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Who claims which model, and what memory is spoken for. It only counts: loading and closing are
 * done by the {@link ModelPool} outside its monitor. Thread-safe.
 */
final class Shelf {
    /** Models in use are done with in less, unless the queue is long. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    /** How long a revision is used in place of one that could not be loaded. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private static final String BESIDE = " beside the models in use; dragoman.models.memory is ";

    private final long budget;
    private final Slots slots = new Slots();
    private final Set<String> withdrawn = new HashSet<>();
    private long clock;
    private long changes;
    private boolean closed;

    Shelf(long budget) {
        this.budget = budget;
    }

    long budget() {
        return budget;
    }

    /**
     * A claim on a model; whoever gets {@code first} loads it.
     *
     * @throws DragomanException shutting-down; model-not-installed while it is removed
     */
    synchronized Claim claim(ModelCard card) {
        if (withdrawn.contains(card.name())) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED, "Model " + card.name() + " is being removed");
        }
        if (closed) {
            throw new DragomanException(ErrorCode.SHUTTING_DOWN, "The models are being closed.");
        }
        Slot known = slots.get(card);
        Slot slot = known == null ? new Slot(card) : known;
        slots.put(slot);
        again(slot);
        return new Claim(slot, known == null);
    }

    /** Another claim by somebody who has one. */
    synchronized void again(Slot slot) {
        slot.claims++;
        slot.lastUse = ++clock;
    }

    /** Ends a claim; gives the model to close when nobody is to have it any more. */
    synchronized Optional<LoadedModel> release(Slot slot) {
        slot.claims--;
        slot.lastUse = ++clock;
        changed();
        boolean last = closed || slots.retired(slot);
        if (last && slot.idle() && slots.remove(slot)) {
            return Optional.of(slot.model.join());
        }
        return Optional.empty();
    }

    /** There is no way back to the revision before; gives it to close when nobody uses it. */
    synchronized Optional<LoadedModel> settle(Slot slot) {
        return slots.settle(slot).map(old -> old.model.join());
    }

    /** A revision could not be loaded: the one before stands in for a while, if it is there. */
    synchronized Optional<ModelCard> fallBack(Slot slot) {
        return slots.fallBack(slot, System.nanoTime() + RETRY.toNanos()).map(old -> old.card);
    }

    /** Whether there is something in memory for who asks for this revision. */
    synchronized boolean serves(ModelCard card) {
        Slot slot = slots.get(card);
        return slot != null && slot.loaded();
    }

    /** Takes a model that could not be loaded away, so that the next call tries again. */
    synchronized void abandon(Slot slot) {
        slots.remove(slot);
        if (slot.bytes > 0) {
            changed();
        } else {
            // There is no more room than before, but who closes the shelf waits for the claim.
            notifyAll();
        }
    }

    /**
     * Takes a model off, and refuses claims on it until {@link #readmit}; gives the model to close
     * where it was loaded.
     *
     * @throws DragomanException model-busy when somebody has a claim on it, or takes it off as well
     */
    synchronized Optional<LoadedModel> withdraw(String name) {
        Slot slot = slots.get(name);
        if ((slot != null && !slot.idle()) || !withdrawn.add(name)) {
            throw new DragomanException(
                    ErrorCode.MODEL_BUSY, "Model " + name + " is in use: try again later");
        }
        Optional<LoadedModel> idle =
                Optional.ofNullable(slots.remove(name)).map(taken -> taken.model.join());
        if (idle.isPresent()) {
            changed();
        }
        return idle;
    }

    /** Allows claims on a model again. */
    synchronized void readmit(String name) {
        withdrawn.remove(name);
    }

    /**
     * Makes room: the models to close, retired ones and then the least recently used, already taken
     * off.
     *
     * @param bytes what the slot takes now, in place of what was said before
     * @throws DragomanException model-unavailable when it can never fit, or, then with the time
     *     after which to try again, does not fit beside the models in use; nothing is taken off
     */
    synchronized List<LoadedModel> reserve(Slot slot, long bytes) {
        if (bytes > budget) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    slot.tooLarge(bytes, " and dragoman.models.memory allows ", budget));
        }
        slot.bytes = 0;
        List<Slot> idle = slots.idle();
        long over = slots.bytes() + bytes - budget;
        if (over > idle.stream().mapToLong(each -> each.bytes).sum()) {
            throw DragomanException.crowded(slot.tooLarge(bytes, BESIDE, budget), A_MOMENT);
        }
        List<LoadedModel> evicted = new ArrayList<>();
        for (Slot each : idle) {
            if (over > 0 || slots.retired(each)) {
                over -= each.bytes;
                slots.remove(each);
                evicted.add(each.model.join());
            }
        }
        slot.bytes = bytes;
        return evicted;
    }

    /** Refuses new claims, waits for those there are, and gives the models nobody uses. */
    synchronized List<LoadedModel> close(Duration patience) {
        closed = true;
        changed();
        boolean unused =
                await(
                        () -> slots.all().allMatch(slot -> slot.claims == 0),
                        System.nanoTime() + patience.toNanos());
        List<LoadedModel> idle = new ArrayList<>();
        for (Slot slot : slots.all().toList()) {
            if (slot.idle()) {
                slots.remove(slot);
                idle.add(slot.model.join());
            }
        }
        return idle;
    }

    /** How often there was more room than before. */
    synchronized long changes() {
        return changes;
    }

    /**
     * Waits until there is more room than there was when {@code seen} was told.
     *
     * @param end by {@link System#nanoTime}
     * @return false when the time was over before, or the wait was interrupted, which stays set
     */
    synchronized boolean awaitChange(long seen, long end) {
        return await(() -> changes != seen, end);
    }

    /** The model with this name, when it is loaded. */
    synchronized Optional<LoadedModel> loaded(String name) {
        return Optional.ofNullable(slots.get(name)).filter(Slot::loaded).map(s -> s.model.join());
    }

    /** Claims on a model that is loaded or being loaded. */
    synchronized int claims(String name) {
        Slot slot = slots.get(name);
        return slot == null ? 0 : slot.claims;
    }

    /** Models in memory. */
    synchronized int count() {
        return (int) slots.all().filter(Slot::loaded).count();
    }

    /** Bytes outside the heap that are taken or spoken for. */
    synchronized long bytes() {
        return slots.bytes();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    private boolean await(BooleanSupplier done, long end) {
        try {
            while (!done.getAsBoolean()) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return false;
                }
                wait(millis);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * A claim.
     *
     * @param first whether this caller made the slot and has to load the model
     */
    record Claim(Slot slot, boolean first) {}
}
