package org.dragoman.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.dragoman.model.Lease;
import org.jboss.logging.Logger;

/**
 * The rows one caller handed in together, and the call's own share of the model's lease: the model
 * stays in memory until the last of these rows has left the queue or its batch, also when the
 * caller closes its lease early. Thread-safe.
 */
final class Call<I, O> {
    private static final Logger LOG = Logger.getLogger(Call.class);

    private final Work<I, O> work;
    private final Deadline deadline;
    private final Lease lease;
    private final List<Waiting<I, O>> rows;
    private final long cost;
    private final AtomicInteger held;

    /**
     * Takes ownership of the lease.
     *
     * @param inputs at least one
     * @param length tokens of a row
     */
    Call(Work<I, O> work, Lease lease, Deadline deadline, List<I> inputs, ToIntFunction<I> length) {
        this.work = work;
        this.lease = lease;
        this.deadline = deadline;
        this.rows =
                inputs.stream()
                        .map(input -> new Waiting<>(this, input, length.applyAsInt(input)))
                        .toList();
        this.cost = rows.stream().mapToLong(Waiting::cost).sum();
        this.held = new AtomicInteger(rows.size());
    }

    Work<I, O> work() {
        return work;
    }

    Deadline deadline() {
        return deadline;
    }

    List<Waiting<I, O>> rows() {
        return rows;
    }

    /** Tokens of its rows, each once for every beam. */
    long cost() {
        return cost;
    }

    List<CompletableFuture<O>> answers() {
        return rows.stream().map(Waiting::answer).toList();
    }

    /** Completes what is still open with deadline-exceeded. */
    void expire() {
        rows.forEach(Waiting::expire);
    }

    /** One row needs the model no more; called once for each row that was admitted. */
    void release() {
        if (held.decrementAndGet() == 0) {
            close();
        }
    }

    /** The call was not admitted. */
    void refuse() {
        close();
    }

    private void close() {
        try {
            lease.close();
        } catch (RuntimeException | Error failed) {
            // Whoever gave the rows up goes on: others wait for it, and the answers are not at
            // fault.
            LOG.errorf(failed, "The lease on %s could not be closed", work.model());
        }
    }
}
