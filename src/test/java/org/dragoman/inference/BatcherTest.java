package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Lengths;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatcherTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedModel model = new GatedModel(() -> new OutOfMemoryError("native"));
    private final CountedLease lease = CountedLease.on("reversing", model);
    private final Deadline later = Deadline.after(Duration.ofMinutes(10));
    private final Batcher batcher =
            new Batcher(
                    Settings.with("workers", "1", "batch-rows", "1", "queue-tokens", "10"),
                    registry);

    @AfterEach
    void stop() {
        model.open();
        batcher.close();
    }

    @Test
    void everyRowComesBackInOrder() {
        model.open();

        List<CompletableFuture<Generated>> answers =
                batcher.generate(lease, rows(new int[] {1, 2, 3}, new int[] {4}), later);

        assertThat(answers.get(0).join().ids()).containsExactly(3, 2, 1);
        assertThat(answers.get(0).join().finished()).isTrue();
        assertThat(answers.get(1).join().ids()).containsExactly(4);
    }

    @Test
    void aCallerThatLeftIsDroppedBeforeItsBatch() throws InterruptedException {
        CompletableFuture<Generated> running = occupyTheWorker();
        Deadline leaves = Deadline.after(Duration.ofMinutes(10));
        CompletableFuture<Generated> left = generate(leaves, 7, 7);
        CompletableFuture<Generated> cancelled = generate(later, 8, 8);
        CompletableFuture<Generated> stays = generate(later, 9, 9);

        leaves.cancel();
        cancelled.cancel(false);

        // The worker is still busy: they hear at once and their place is free.
        assertFails(left, ErrorCode.DEADLINE_EXCEEDED);
        assertThat(registry.get("dragoman.inference.queue.rows").gauge().value()).isEqualTo(1);
        model.open();
        assertThat(running.join().ids()).containsExactly(1);
        assertThat(stays.join().ids()).containsExactly(9, 9);
        assertThat(model.batches).extracting(batch -> batch.get(0)[0]).containsExactly(1, 9);
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void theDeadlineCountsTimeInTheQueue() throws InterruptedException {
        CompletableFuture<Generated> running = occupyTheWorker();

        CompletableFuture<Generated> waits = generate(Deadline.after(Duration.ofMillis(20)), 7);

        // The only worker never gets to it, yet its caller hears.
        assertFails(waits, ErrorCode.DEADLINE_EXCEEDED);
        assertThat(running).isNotDone();
        assertThat(model.batches).hasSize(1);
    }

    @Test
    void whoLeavesWhileItsRowRunsHearsAtOnce() throws InterruptedException {
        CompletableFuture<Generated> running = occupyTheWorker();

        later.cancel();

        assertFails(running, ErrorCode.DEADLINE_EXCEEDED);
        // The batch has not ended: the model stays.
        assertThat(lease.claims()).isEqualTo(2);
    }

    @Test
    void whenTheQueueIsFullTheWholeCallIsRefusedAtOnce() throws InterruptedException {
        CompletableFuture<Generated> running = occupyTheWorker();
        CompletableFuture<Generated> waits = generate(later, 1, 2, 3, 4, 5, 6, 7);
        List<Row> tooMany = rows(new int[] {8, 8}, new int[] {9, 9});

        DragomanException refusal =
                catchThrowableOfType(
                        DragomanException.class, () -> batcher.generate(lease, tooMany, later));

        assertThat(refusal.code()).isEqualTo(ErrorCode.QUEUE_FULL);
        assertThat(running).isNotDone();
        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(1));
        model.open();
        waits.join();
        assertThat(model.batches).extracting(batch -> batch.get(0)[0]).containsExactly(1, 1);
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void aCallLargerThanTheQueueIsTakenWhenNothingWaits() throws InterruptedException {
        CompletableFuture<Generated> running = occupyTheWorker();

        CompletableFuture<Generated> large = generate(later, IntStream.range(1, 100).toArray());

        assertThat(running).isNotDone();
        model.open();
        assertThat(large.join().ids()).hasSize(99);
    }

    @Test
    void aFailedBatchFailsOnlyItsOwnRows() throws InterruptedException {
        CompletableFuture<Generated> before = occupyTheWorker();
        CompletableFuture<Generated> fails = generate(later, GatedModel.POISON);
        CompletableFuture<Generated> after = generate(later, 2);

        model.open();

        assertFails(fails, ErrorCode.MODEL_UNAVAILABLE);
        assertThat(before.join().ids()).containsExactly(1);
        assertThat(after.join().ids()).containsExactly(2);
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void everyFutureCompletesOnShutdown() throws InterruptedException {
        CompletableFuture<Generated> runs = occupyTheWorker();
        CompletableFuture<Generated> waits = generate(later, 2);

        Thread closing = new Thread(() -> batcher.close(Duration.ZERO));
        closing.start();

        assertFails(runs, ErrorCode.SHUTTING_DOWN);
        assertFails(waits, ErrorCode.SHUTTING_DOWN);
        model.open();
        closing.join();
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void whatWasTakenFinishesWithinTheGrace() throws InterruptedException {
        CompletableFuture<Generated> runs = occupyTheWorker();
        CompletableFuture<Generated> waits = generate(later, 2);
        Thread closing = new Thread(() -> batcher.close(Duration.ofMinutes(10)));
        closing.start();

        model.open();
        closing.join();

        assertThat(runs.join().ids()).containsExactly(1);
        assertThat(waits.join().ids()).containsExactly(2);
        assertThatThrownBy(() -> generate(later, 3))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.SHUTTING_DOWN));
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void aCallerThatClosesItsLeaseEarlyDoesNotUnloadTheModel() throws InterruptedException {
        CompletableFuture<Generated> runs = occupyTheWorker();
        CompletableFuture<Generated> waits = generate(later, 2);

        lease.close();

        assertThat(lease.claims()).isEqualTo(2);
        model.open();
        runs.join();
        waits.join();
        assertThat(lease.claims()).isZero();
    }

    @Test
    void aRowItsModelWouldRefuseIsRefusedBeforeItFailsOthers() {
        int longest = model.limits().longestSource();

        assertThatThrownBy(() -> generate(later, new int[longest + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> generate(later)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> batcher.embed(lease, List.of(), later))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void aSearchItsModelCannotDoIsRefusedBeforeItFailsOthers() {
        SearchOptions unknown = ReversingModel.OPTIONS.beginningWith(model.limits().vocabulary());
        SearchOptions narrow =
                ReversingModel.OPTIONS.within(
                        new Lengths(OptionalInt.empty(), OptionalInt.of(2), 0, 0));
        Row begun = new Row(new int[] {1}, new int[] {5, 6}, new int[0]);
        List<Row> unlike = List.of(begun, Row.of(new int[] {1}));

        assertRefused(rows(new int[] {1}), unknown);
        assertRefused(List.of(begun), narrow);
        assertRefused(unlike, ReversingModel.OPTIONS);
        assertThat(lease.claims()).isEqualTo(1);
    }

    private void assertRefused(List<Row> rows, SearchOptions options) {
        assertThatThrownBy(() -> batcher.generate(lease, rows, options, later))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A row that runs, and will until the gate is open. */
    private CompletableFuture<Generated> occupyTheWorker() throws InterruptedException {
        CompletableFuture<Generated> running = generate(later, 1);
        model.entered.acquire();
        return running;
    }

    private CompletableFuture<Generated> generate(Deadline deadline, int... source) {
        return batcher.generate(lease, rows(source), deadline).get(0);
    }

    private static List<Row> rows(int[]... sources) {
        return List.of(sources).stream().map(Row::of).toList();
    }

    private static void assertFails(CompletableFuture<?> future, ErrorCode code) {
        assertThatThrownBy(future::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        DragomanException.class, cause -> assertThat(cause.code()).isEqualTo(code));
    }
}
