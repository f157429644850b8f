package org.dragoman.inference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jboss.logging.Logger;

/**
 * Takes batches and runs them until there will be no more. It completes the futures of a batch on
 * its own thread, after the batch has freed everything native; what callers chain to a future must
 * therefore be short and never wait for another one. Thread-safe: it keeps nothing between batches,
 * so every thread runs the same one.
 */
final class Worker implements Runnable {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Backlog backlog;
    private final Rate rate;
    private final Meters meters;

    Worker(Backlog backlog, Rate rate, Meters meters) {
        this.backlog = backlog;
        this.rate = rate;
        this.meters = meters;
    }

    @Override
    public void run() {
        Optional<Batch<?, ?>> next = backlog.take();
        while (next.isPresent()) {
            run(next.get());
            next = backlog.take();
        }
    }

    private <I, O> void run(Batch<I, O> taken) {
        Batch<I, O> batch = taken.live();
        meters.dropped(taken.work().model(), taken.rows().size() - batch.rows().size());
        Runnable completion = batch.rows().isEmpty() ? () -> {} : attempt(batch);
        backlog.settle(taken);
        completion.run();
        // Whoever was left out, before the batch or in it, is told so; the others are complete.
        taken.rows().forEach(Waiting::expire);
    }

    /** Runs the batch; what it gives back completes the rows. */
    private <I, O> Runnable attempt(Batch<I, O> batch) {
        try {
            List<Optional<O>> outputs = measured(batch);
            return () -> complete(batch.rows(), outputs);
        } catch (Throwable thrown) {
            // A worker outlives its batches, errors of native code included.
            meters.failed(batch);
            DragomanException failure = failure(batch.work().model(), thrown);
            return () -> batch.rows().forEach(row -> row.fail(failure));
        }
    }

    private static <I, O> void complete(List<Waiting<I, O>> rows, List<Optional<O>> outputs) {
        for (int i = 0; i < rows.size(); i++) {
            outputs.get(i).ifPresent(rows.get(i).answer()::complete);
        }
    }

    private <I, O> List<Optional<O>> measured(Batch<I, O> batch) {
        long start = System.nanoTime();
        meters.waited(batch, start);
        List<Optional<O>> outputs =
                batch.work().run(batch.inputs(), i -> batch.rows().get(i).live());
        if (outputs.size() != batch.rows().size()) {
            throw new IllegalStateException("A batch gave another number of rows back");
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        rate.ran(batch.cost(), time);
        meters.ran(batch, time);
        meters.dropped(
                batch.work().model(), (int) outputs.stream().filter(Optional::isEmpty).count());
        return outputs;
    }

    private static DragomanException failure(String model, Throwable thrown) {
        if (thrown instanceof DragomanException known) {
            return known;
        }
        LOG.errorf(thrown, "A batch of %s failed", model);
        if (thrown instanceof OutOfMemoryError) {
            return new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "There is not enough memory to run " + model,
                    thrown);
        }
        return new DragomanException(ErrorCode.INTERNAL, "A batch of " + model + " failed", thrown);
    }
}
