package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens between two crossings of a long batch. */
@Timeout(60)
class CrossingTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SteppedModel model = new SteppedModel();
    private final CountedLease lease = CountedLease.on("long", model);
    private final CountedLease other = CountedLease.on("short", new ReversingModel(1, 1 << 10, 2));
    private final Batcher batcher = new Batcher(Settings.with("workers", "1"), registry);

    @AfterEach
    void stop() {
        model.crossings.release(1 << 20);
        batcher.close();
    }

    @Test
    void aShortCallPassesABatchOfALongOne() throws InterruptedException {
        CompletableFuture<Generated> article = generate(lease, Deadline.after(LONG), 60);
        model.reached.acquire();

        CompletableFuture<Generated> headline = generate(other, Deadline.after(LONG), 3);
        model.crossings.release();

        assertThat(headline.join().ids()).hasSize(3);
        assertThat(article).isNotDone();
        assertThat(registry.get("dragoman.inference.passed").tag("model", "short").counter())
                .returns(1.0, counter -> counter.count());
        model.crossings.release(100);
        assertThat(article.join().ids()).hasSize(60);
    }

    @Test
    void aCallOfAboutTheSameLengthWaits() throws InterruptedException {
        CompletableFuture<Generated> first = generate(lease, Deadline.after(LONG), 20);
        model.reached.acquire();

        CompletableFuture<Generated> second = generate(other, Deadline.after(LONG), 5);
        model.crossings.release();
        model.reached.acquire();

        assertThat(second).isNotDone();
        assertThat(first).isNotDone();
        model.crossings.release(100);
        assertThat(second.join().ids()).hasSize(5);
    }

    @Test
    void whoLeavesIsFreedAtTheNextCrossing() throws InterruptedException {
        Deadline deadline = Deadline.after(LONG);
        CompletableFuture<Generated> article = generate(lease, deadline, 60);
        model.reached.acquire();

        deadline.cancel();
        model.crossings.release();
        CompletableFuture<Generated> next = generate(other, Deadline.after(LONG), 60);

        // The model stands before no further crossing.
        assertThat(next.join().ids()).hasSize(60);
        assertThat(article).isCompletedExceptionally();
        assertThat(model.reached.availablePermits()).isZero();
        assertThat(registry.get("dragoman.inference.freed").timer().count()).isEqualTo(1);
        assertThat(lease.claims()).isEqualTo(1);
    }

    @Test
    void aCallThatWasPromisedRoomIsNotRefusedLater() throws InterruptedException {
        try (Batcher narrow =
                new Batcher(
                        Settings.with("workers", "1", "queue-tokens", "40"),
                        new SimpleMeterRegistry())) {
            Deadline promised = Deadline.after(LONG);
            narrow.promise(promised, 100);

            assertThatThrownBy(() -> narrow.promise(Deadline.after(LONG), 100))
                    .hasFieldOrPropertyWithValue("code", ErrorCode.QUEUE_FULL);
            assertThat(generateOn(narrow, other, promised, 60).join().ids()).hasSize(60);

            promised.cancel();
            narrow.promise(Deadline.after(LONG), 100);
        }
    }

    @Test
    void aCallThatCannotBeDoneInItsTimeIsRefusedBeforeItsWork() throws InterruptedException {
        Deadline first = Deadline.after(LONG);
        batcher.promise(first, 50_000);
        CompletableFuture<Generated> running = generate(lease, first, 60);
        model.reached.acquire();

        // At a thousand tokens a second nothing of this size is done within two seconds.
        Deadline hasty = Deadline.after(Duration.ofSeconds(2));
        assertThatThrownBy(() -> batcher.promise(hasty, 50_000))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.QUEUE_FULL);
                            assertThat(refusal.retryAfter().orElseThrow())
                                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(60));
                        });
        batcher.promise(Deadline.after(LONG), 50_000);
        assertThat(running).isNotDone();
    }

    private CompletableFuture<Generated> generate(
            CountedLease from, Deadline deadline, int length) {
        return generateOn(batcher, from, deadline, length);
    }

    private static CompletableFuture<Generated> generateOn(
            Batcher on, CountedLease from, Deadline deadline, int length) {
        Row row = Row.of(IntStream.rangeClosed(1, length).toArray());
        return on.generate(from, List.of(row), deadline).get(0);
    }
}
