package org.dragoman.inference;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.generation.Decoding;
import org.dragoman.inference.Work.Embedding;
import org.dragoman.inference.Work.Generation;
import org.dragoman.model.Lease;
import org.dragoman.model.Limits;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Batches the rows of all callers for a fixed pool of workers, one thread a core. Nothing waits for
 * a batch to fill: a free worker takes what there is, so batches grow with the backlog.
 *
 * <p>Thread-safe. A future completes on a worker (result, failure), on the clock's thread
 * (deadline), or on the thread that cancels or closes; what is chained to it must be short and must
 * not block. A deadline is told by a timer for each call, not by the workers, so a caller hears in
 * time also when all of them are stuck.
 */
@ApplicationScoped
@Typed({Batcher.class, Capacity.class})
public class Batcher implements Inference, Capacity, AutoCloseable {
    /** After the grace, running batches are given up and stop at their next crossing. */
    private static final Duration LAST_CROSSING = Duration.ofSeconds(2);

    private final Backlog backlog;
    private final Rate rate;
    private final Meters meters;
    private final Decoding decoding;
    private final Duration grace;
    private final Crew crew;
    private final Estimate estimate = new Estimate();
    private final ScheduledThreadPoolExecutor clock;

    /** Starts the workers; they run until {@link #close}. */
    @Inject
    public Batcher(InferenceSettings settings, MeterRegistry registry) {
        int count = settings.workers().orElse(Runtime.getRuntime().availableProcessors());
        backlog = new Backlog(Bounds.of(settings));
        rate = new Rate(count);
        meters = new Meters(registry, backlog, rate);
        decoding = new Decoding(settings.steps());
        grace = settings.grace();
        clock = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "inference-clock"));
        clock.setRemoveOnCancelPolicy(true);
        // Refused only once the service has stopped, when every future is complete anyway.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        crew = new Crew(count, () -> new Worker(backlog, rate, meters), settings.hang());
        meters.lost(crew);
        long look = Math.max(1, settings.hang().toMillis() / 4);
        Future<?> unused =
                clock.scheduleWithFixedDelay(crew::replaceStuck, look, look, TimeUnit.MILLISECONDS);
    }

    @Override
    public List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
        if (!(lease.model() instanceof LoadedModel.Writing writing)) {
            throw new IllegalArgumentException(lease.card().name() + " does not write");
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        check(rows, options, writing.model().limits());
        int prefix = rows.get(0).prefix().length;
        Generation work =
                new Generation(lease.card().name(), writing.model(), decoding, options, prefix);
        return submit(work, lease, deadline, rows, row -> row.source().length);
    }

    private static void check(List<Row> rows, SearchOptions options, Limits limits) {
        check(rows.stream().mapToInt(row -> row.source().length), limits.longestSource());
        int prefix = rows.get(0).prefix().length;
        if (rows.stream().anyMatch(row -> row.prefix().length != prefix)) {
            throw new IllegalArgumentException("The rows of a call have prefixes of one length");
        }
        Decoding.check(options, prefix, limits);
    }

    @Override
    public List<CompletableFuture<float[]>> embed(
            Lease lease, List<Tokens> rows, Deadline deadline) {
        if (!(lease.model() instanceof LoadedModel.Embedding embedding)) {
            throw new IllegalArgumentException(lease.card().name() + " does not embed");
        }
        check(rows.stream().mapToInt(Tokens::length), embedding.embedder().longest());
        Embedding work = new Embedding(lease.card().name(), embedding.embedder());
        return submit(work, lease, deadline, rows, Tokens::length);
    }

    /** A row that its model refuses would fail the rows of others in its batch. */
    private static void check(IntStream lengths, int longest) {
        if (lengths.anyMatch(length -> length < 1 || length > longest)) {
            throw new IllegalArgumentException("A row has to have 1 to " + longest + " tokens");
        }
    }

    @Override
    public void promise(Deadline deadline, long units) {
        if (deadline.promise().isPresent()) {
            return;
        }
        deadline.check();
        Promise promise = new Promise(units, estimate.tokens(units));
        Duration late = timeBeside(promise.left()).minus(deadline.remaining());
        boolean inTime = late.isNegative() || backlog.ahead() == 0;
        long excess = inTime ? backlog.promise(promise) : promise.left();
        if (excess > 0) {
            throw DragomanException.queueFull(inTime ? rate.timeFor(excess) : late.plusSeconds(1));
        }
        deadline.promise(promise);
        deadline.whenCancelled(() -> release(promise));
    }

    private void release(Promise promise) {
        backlog.release(promise);
        // A call that asked no model tells nothing of those that do.
        if (promise.used() > 0) {
            estimate.learn(promise.units(), promise.used());
        }
    }

    /**
     * How long a call of so many tokens takes beside those in hand, which each have a turn before
     * it has its next.
     */
    private Duration timeBeside(long wanted) {
        return rate.timeFor(Math.min(backlog.ahead(), wanted * backlog.promises()) + wanted);
    }

    @Override
    public Duration nextRoom() {
        return rate.timeFor(backlog.ahead() / Math.max(1, backlog.promises()));
    }

    @Override
    public int lostWorkers() {
        return crew.lost();
    }

    private <I, O> List<CompletableFuture<O>> submit(
            Work<I, O> work,
            Lease lease,
            Deadline deadline,
            List<I> rows,
            ToIntFunction<I> length) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Call<I, O> call = new Call<>(work, lease.share(), deadline, rows, length);
        admit(call);
        watch(call);
        return call.answers();
    }

    private void admit(Call<?, ?> call) {
        try {
            long excess = backlog.offer(call);
            if (excess > 0) {
                throw DragomanException.queueFull(rate.timeFor(excess));
            }
        } catch (DragomanException refusal) {
            call.refuse();
            throw refusal;
        }
    }

    /** From now on a row that fails, by whatever way, does not wait any more. */
    private <I, O> void watch(Call<I, O> call) {
        for (Waiting<I, O> row : call.rows()) {
            CompletableFuture<?> unused =
                    row.answer().whenComplete((output, failure) -> leave(row, failure));
        }
        Future<?> alarm =
                clock.schedule(
                        call::expire, call.deadline().remaining().toNanos(), TimeUnit.NANOSECONDS);
        call.deadline().whenCancelled(call::expire);
        CompletableFuture<?> unused =
                CompletableFuture.allOf(call.answers().toArray(CompletableFuture[]::new))
                        .whenComplete((done, failure) -> alarm.cancel(false));
    }

    private void leave(Waiting<?, ?> row, @Nullable Throwable failure) {
        if (failure != null && backlog.leave(row)) {
            meters.dropped(row.call().work().model(), 1);
        }
    }

    /** Stops within the configured grace. */
    @Override
    @PreDestroy
    public void close() {
        close(grace);
    }

    /**
     * Refuses new work, lets what was taken finish within the grace, and completes the rest with
     * shutting-down. May be called again.
     */
    public void close(Duration within) {
        backlog.close();
        crew.join(within);
        backlog.abandon();
        crew.join(LAST_CROSSING);
        clock.shutdownNow();
    }
}
