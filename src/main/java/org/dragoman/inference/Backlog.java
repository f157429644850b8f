package org.dragoman.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The rows that wait and the rows that run, one line for each model.
 *
 * <p>Thread-safe: one lock guards everything here and in the lines. It is a leaf: nothing foreign
 * is called under it (no future is completed, no lease shared or closed, no metric kept), so it
 * cannot be part of a deadlock. A row is in exactly one of waiting, running and gone, and moves
 * only under the lock; whoever moves it to gone gives back its hold on the model, so that happens
 * once.
 *
 * <p>No wake-up is missed: a worker sleeps only while nothing waits, each arrival wakes one worker,
 * and a worker that leaves rows behind wakes the next.
 */
final class Backlog {
    private static final Comparator<Line<?, ?>> OLDEST_FIRST =
            (a, b) -> Long.signum(a.oldest().since() - b.oldest().since());

    private final Bounds bounds;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Map<Work<?, ?>, Line<?, ?>> lines = new LinkedHashMap<>();
    private final Set<Waiting<?, ?>> running = new HashSet<>();
    private int rows;
    private long tokens;
    private int idle;
    private boolean closed;

    Backlog(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Admits all rows of the call, or none.
     *
     * @return 0 when they were admitted, else how many tokens have to go before they can be
     * @throws DragomanException shutting-down
     */
    long offer(Call<?, ?> call) {
        lock.lock();
        try {
            if (closed) {
                throw shuttingDown();
            }
            long excess = excess(call.cost());
            if (excess == 0) {
                admit(call);
                arrived.signal();
            }
            return excess;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Never more than what waits: a call larger than the whole queue could not run otherwise, so it
     * may have the empty queue.
     */
    private long excess(long wanted) {
        return Math.min(tokens, Math.max(0, tokens + wanted - bounds.queueTokens()));
    }

    private <I, O> void admit(Call<I, O> call) {
        Line<I, O> line = line(call.work());
        call.rows().forEach(line::add);
        rows += call.rows().size();
        tokens += call.cost();
    }

    @SuppressWarnings("unchecked") // A line is only ever kept under the work its rows are for.
    private <I, O> Line<I, O> line(Work<I, O> work) {
        return (Line<I, O>) lines.computeIfAbsent(work, any -> new Line<>(work));
    }

    /** Waits for work; empty when there is none and there will be none. */
    Optional<Batch<?, ?>> take() {
        lock.lock();
        try {
            while (rows == 0 && !closed) {
                idle++;
                arrived.awaitUninterruptibly();
                idle--;
            }
            return rows == 0 ? Optional.empty() : Optional.of(next());
        } finally {
            lock.unlock();
        }
    }

    /** A batch of the line whose first row is the oldest of all. */
    private Batch<?, ?> next() {
        Line<?, ?> line = lines.values().stream().min(OLDEST_FIRST).orElseThrow();
        int free = Math.max(1, idle + 1 - (lines.size() - 1));
        Batch<?, ?> batch = line.take(bounds, free);
        running.addAll(batch.rows());
        batch.rows().forEach(this::forget);
        if (rows > 0) {
            arrived.signal();
        }
        return batch;
    }

    /** Takes a row whose future is complete out of its line; whether it still waited there. */
    boolean leave(Waiting<?, ?> row) {
        boolean waited;
        lock.lock();
        try {
            Line<?, ?> line = lines.get(row.call().work());
            waited = line != null && line.remove(row);
            if (waited) {
                forget(row);
            }
        } finally {
            lock.unlock();
        }
        if (waited) {
            row.call().release();
        }
        return waited;
    }

    /** Counts a row out that its line has given up, and drops the line with its last row. */
    private void forget(Waiting<?, ?> row) {
        rows--;
        tokens -= row.cost();
        lines.computeIfPresent(row.call().work(), (work, line) -> line.isEmpty() ? null : line);
    }

    /** The batch no longer uses its model. */
    void settle(Batch<?, ?> batch) {
        lock.lock();
        try {
            batch.rows().forEach(running::remove);
        } finally {
            lock.unlock();
        }
        batch.rows().forEach(row -> row.call().release());
    }

    /** Refuses new work; workers finish what waits and then find nothing more to take. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what waits and what runs, and completes it with shutting-down. */
    void abandon() {
        List<Waiting<?, ?>> rest = new ArrayList<>();
        lock.lock();
        try {
            lines.values().forEach(line -> rest.addAll(line.rows()));
            rest.addAll(running);
        } finally {
            lock.unlock();
        }
        rest.forEach(row -> row.fail(shuttingDown()));
    }

    /** Rows that wait. */
    int rows() {
        lock.lock();
        try {
            return rows;
        } finally {
            lock.unlock();
        }
    }

    /** Tokens that wait, each once for every beam of its row. */
    long tokens() {
        lock.lock();
        try {
            return tokens;
        } finally {
            lock.unlock();
        }
    }

    /** Workers that have nothing to do. */
    int idle() {
        lock.lock();
        try {
            return idle;
        } finally {
            lock.unlock();
        }
    }

    private static DragomanException shuttingDown() {
        return new DragomanException(ErrorCode.SHUTTING_DOWN, "The service is stopping.");
    }
}
