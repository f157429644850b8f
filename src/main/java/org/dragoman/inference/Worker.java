package org.dragoman.inference;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.generation.Watch;
import org.dragoman.telemetry.Trace;
import org.jboss.logging.Logger;

/**
 * Takes batches and runs them until there will be no more, or it is given up. It completes the
 * futures of a batch on its own thread, after the batch has freed everything native; what callers
 * chain to a future must therefore be short and never wait for another one. For one thread, save
 * where said otherwise.
 */
final class Worker implements Runnable {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final Backlog backlog;
    private final Rate rate;
    private final Meters meters;

    /** Since when it is in the model, by {@link System#nanoTime}. */
    private volatile long crossing;

    /** The batch it runs, and the one that passes it. */
    private volatile List<Batch<?, ?>> running = List.of();

    private volatile boolean givenUp;

    Worker(Backlog backlog, Rate rate, Meters meters) {
        this.backlog = backlog;
        this.rate = rate;
        this.meters = meters;
    }

    @Override
    public void run() {
        Optional<Batch<?, ?>> next = backlog.take();
        while (next.isPresent()) {
            run(next.get(), true);
            next = givenUp ? Optional.empty() : backlog.take();
        }
    }

    /**
     * Gives the worker up when it has been in the model for so long; it ends with its batch, should
     * that ever end. Its rows fail now, and the models of that batch stay in memory. For any
     * thread.
     *
     * @return whether it was given up
     */
    boolean giveUp(Duration hang) {
        List<Batch<?, ?>> stuck = running;
        if (stuck.isEmpty() || System.nanoTime() - crossing < hang.toNanos()) {
            return false;
        }
        givenUp = true;
        stuck.forEach(Worker::giveUp);
        return true;
    }

    private static void giveUp(Batch<?, ?> stuck) {
        String model = stuck.work().model();
        LOG.errorf("A batch of %s hangs: its worker is given up", model);
        DragomanException failure =
                new DragomanException(
                        ErrorCode.MODEL_UNAVAILABLE, "Model " + model + " does not answer.");
        stuck.rows().forEach(row -> row.fail(failure));
    }

    private <I, O> void run(Batch<I, O> taken, boolean passable) {
        Batch<I, O> batch = taken.live();
        meters.dropped(taken.work().model(), taken.rows().size() - batch.rows().size());
        Runnable completion = batch.rows().isEmpty() ? () -> {} : attempt(batch, passable);
        try {
            backlog.settle(taken);
            completion.run();
            // Whoever was left out, before the batch or in it, is told so; the others are complete.
            taken.rows().forEach(Waiting::expire);
        } catch (Throwable thrown) {
            // What callers chained to a future has failed: the worker is not at fault, and goes on.
            LOG.errorf(thrown, "A batch of %s could not be completed", taken.work().model());
            taken.rows().forEach(row -> row.fail(failure(taken.work().model(), thrown)));
        }
    }

    /** Runs the batch; what it gives back completes the rows. */
    private <I, O> Runnable attempt(Batch<I, O> batch, boolean passable) {
        List<Batch<?, ?>> before = running;
        running = Stream.concat(before.stream(), Stream.of(batch)).toList();
        crossing = System.nanoTime();
        try {
            List<Optional<O>> outputs = measured(batch, passable);
            return () -> complete(batch.rows(), outputs);
        } catch (Throwable thrown) {
            // A worker outlives its batches, errors of native code included.
            meters.failed(batch);
            DragomanException failure = failure(batch.work().model(), thrown);
            return () -> batch.rows().forEach(row -> row.fail(failure));
        } finally {
            running = before;
            crossing = System.nanoTime();
        }
    }

    private static <I, O> void complete(List<Waiting<I, O>> rows, List<Optional<O>> outputs) {
        for (int i = 0; i < rows.size(); i++) {
            outputs.get(i).ifPresent(rows.get(i).answer()::complete);
        }
    }

    private <I, O> List<Optional<O>> measured(Batch<I, O> batch, boolean passable) {
        Looking looking = new Looking(batch, passable);
        meters.waited(batch, looking.start);
        List<Optional<O>> outputs = traced(batch, looking);
        if (outputs.size() != batch.rows().size()) {
            throw new IllegalStateException("A batch gave another number of rows back");
        }
        Duration time = Duration.ofNanos(System.nanoTime() - looking.start - looking.passed);
        if (backlog.rows() > 0) {
            rate.ran(batch.cost(), time);
        }
        meters.ran(batch, time);
        meters.dropped(
                batch.work().model(), (int) outputs.stream().filter(Optional::isEmpty).count());
        return outputs;
    }

    private static <I, O> List<Optional<O>> traced(Batch<I, O> batch, Watch looking) {
        Trace trace = batch.trace();
        try {
            return batch.work().run(batch.inputs(), looking);
        } catch (RuntimeException | Error failed) {
            trace.failed();
            throw failed;
        } finally {
            trace.end();
        }
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

    /** Looks at a batch between two crossings. */
    private final class Looking implements Watch {
        private final Batch<?, ?> batch;
        private final boolean passable;
        private final Set<Integer> left = new HashSet<>();
        private final long start = System.nanoTime();
        private long passed;

        Looking(Batch<?, ?> batch, boolean passable) {
            this.batch = batch;
            this.passable = passable;
        }

        @Override
        public boolean waits(int index) {
            Waiting<?, ?> row = batch.rows().get(index);
            boolean waits = row.live();
            if (!waits && left.add(index)) {
                row.call().deadline().cancelledAt().ifPresent(meters::freed);
            }
            return waits;
        }

        /** Lets short calls pass, with half of the time at most. */
        @Override
        public void crossing() {
            long now = System.nanoTime();
            meters.crossed(batch.work().model(), now - crossing);
            if (passable && 2 * passed <= now - start) {
                backlog.pass(batch).ifPresent(this::letPass);
            }
            crossing = System.nanoTime();
        }

        private void letPass(Batch<?, ?> other) {
            long began = System.nanoTime();
            meters.passed(other.work().model());
            Worker.this.run(other, false);
            passed += System.nanoTime() - began;
        }
    }
}
