package org.dragoman.inference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The rows that wait and the rows that run, one line for each model.
 *
 * <p>Thread-safe: one lock guards everything here and in the lines. It is a leaf: nothing foreign
 * is called under it (no future is completed, no lease shared or closed, no metric kept), so it
 * cannot be part of a deadlock. A row is in exactly one of waiting, running and gone, and moves
 * only under the lock; whoever moves it to gone gives back its hold on the model, once.
 *
 * <p>No wake-up is missed: a worker sleeps only while nothing waits, each arrival wakes one worker,
 * and a worker that leaves rows behind wakes the next.
 */
final class Backlog {
    private final Bounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<Work<?, ?>, Line<?, ?>> lines = new LinkedHashMap<>();
    private final Set<Waiting<?, ?>> running = new HashSet<>();
    private final Turns turns;
    private final Room room;
    private int idle;
    private boolean closed;

    Backlog(Bounds bounds) {
        this.bounds = bounds;
        this.turns = new Turns(bounds.turn());
        this.room = new Room(bounds.queueTokens());
    }

    /**
     * Admits all rows of the call, or none; of a call that was promised room, all of them.
     *
     * @return 0 when they were admitted, else how many tokens have to go before they can be
     * @throws DragomanException shutting-down
     */
    long offer(Call<?, ?> call) {
        return locked(
                () -> {
                    requireOpen();
                    boolean promised = call.deadline().promise().isPresent();
                    long excess = promised ? 0 : room.excess(call.cost());
                    if (excess == 0) {
                        admit(call);
                        arrived.signal();
                    }
                    return excess;
                });
    }

    /**
     * Promises room.
     *
     * @return 0 when it was promised, else how many tokens have to go before it can be
     * @throws DragomanException shutting-down
     */
    long promise(Promise promise) {
        return locked(
                () -> {
                    requireOpen();
                    long excess = room.excess(promise.left());
                    if (excess == 0) {
                        room.promise(promise);
                    }
                    return excess;
                });
    }

    /** What was promised and not used is free again. */
    void release(Promise promise) {
        holding(() -> room.release(promise));
    }

    private void requireOpen() {
        if (closed) {
            throw shuttingDown();
        }
    }

    private <I, O> void admit(Call<I, O> call) {
        Line<I, O> line = line(call.work());
        turns.add(call);
        call.rows().forEach(line::add);
        room.come(call);
    }

    @SuppressWarnings("unchecked") // A line is only ever kept under the work its rows are for.
    private <I, O> Line<I, O> line(Work<I, O> work) {
        return (Line<I, O>) lines.computeIfAbsent(work, any -> new Line<>(work));
    }

    /** Waits for work; empty when there is none and there will be none. */
    Optional<Batch<?, ?>> take() {
        return locked(
                () -> {
                    while (room.rows() == 0 && !closed) {
                        idle++;
                        arrived.awaitUninterruptibly();
                        idle--;
                    }
                    return room.rows() == 0 ? Optional.empty() : Optional.of(next());
                });
    }

    /**
     * A batch of rows that need not wait until a batch that runs is done; empty when there are
     * none, or a worker is free to take them.
     */
    Optional<Batch<?, ?>> pass(Batch<?, ?> running) {
        return locked(
                () -> {
                    if (room.rows() == 0 || idle > 0) {
                        return Optional.empty();
                    }
                    Waiting<?, ?> first = turns.next();
                    return bounds.likeness().passes(first.call(), running)
                            ? Optional.of(batch(first, 1))
                            : Optional.empty();
                });
    }

    /** A batch of the line of the row whose turn it is. */
    private Batch<?, ?> next() {
        Batch<?, ?> batch = batch(turns.next(), Math.max(1, idle + 1 - (lines.size() - 1)));
        if (room.rows() > 0) {
            arrived.signal();
        }
        return batch;
    }

    private <I, O> Batch<I, O> batch(Waiting<I, O> first, int free) {
        Batch<I, O> batch = line(first.call().work()).take(first, bounds, free);
        running.addAll(batch.rows());
        batch.rows().forEach(turns::serve);
        batch.rows().forEach(this::forget);
        return batch;
    }

    /** Takes a row whose future is complete out of its line; whether it still waited there. */
    boolean leave(Waiting<?, ?> row) {
        boolean waited =
                locked(
                        () -> {
                            Line<?, ?> line = lines.get(row.call().work());
                            if (line == null || !line.remove(row)) {
                                return false;
                            }
                            turns.drop(row);
                            forget(row);
                            return true;
                        });
        if (waited) {
            row.call().release();
        }
        return waited;
    }

    /** Counts a row out that its line has given up, and drops the line with its last row. */
    private void forget(Waiting<?, ?> row) {
        room.go(row);
        lines.computeIfPresent(row.call().work(), (work, line) -> line.isEmpty() ? null : line);
    }

    /** The batch no longer uses its model. */
    void settle(Batch<?, ?> batch) {
        holding(() -> batch.rows().forEach(running::remove));
        batch.rows().forEach(row -> row.call().release());
    }

    /** Refuses new work; workers finish what waits and then find nothing more to take. */
    void close() {
        holding(
                () -> {
                    closed = true;
                    arrived.signalAll();
                });
    }

    /** Gives up what waits and what runs, and completes it with shutting-down. */
    void abandon() {
        List<Waiting<?, ?>> rest = new ArrayList<>();
        holding(
                () -> {
                    lines.values().forEach(line -> rest.addAll(line.rows()));
                    rest.addAll(running);
                });
        rest.forEach(row -> row.fail(shuttingDown()));
    }

    /** Rows that wait. */
    int rows() {
        return locked(room::rows);
    }

    /** Tokens that wait. */
    long tokens() {
        return locked(room::tokens);
    }

    /** Tokens that wait, and those that may still come of calls that were promised room. */
    long ahead() {
        return locked(room::ahead);
    }

    /** Calls that were promised room and have not ended. */
    int promises() {
        return locked(room::promises);
    }

    /** Workers that have nothing to do. */
    int idle() {
        return locked(() -> idle);
    }

    private void holding(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> value) {
        lock.lock();
        try {
            return value.get();
        } finally {
            lock.unlock();
        }
    }

    private static DragomanException shuttingDown() {
        return new DragomanException(ErrorCode.SHUTTING_DOWN, "The service is stopping.");
    }
}
