package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HangingModelTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedModel hanging = new GatedModel();
    private final CountedLease lease = CountedLease.on("hanging", hanging);
    private final CountedLease sound = CountedLease.on("sound", new ReversingModel(1, 1 << 10, 2));
    private final Batcher batcher =
            new Batcher(Settings.with("workers", "1", "hang", "50ms"), registry);

    @Test
    void anotherWorkerTakesThePlaceOfOneThatHangs() {
        CompletableFuture<Generated> lost = generate(lease);
        CompletableFuture<Generated> next = generate(sound);

        assertThatThrownBy(lost::join)
                .cause()
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        told -> assertThat(told.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE));
        assertThat(next.join().ids()).containsExactly(2, 1);
        assertThat(batcher.lostWorkers()).isEqualTo(1);
        assertThat(registry.get("dragoman.inference.abandoned").functionCounter().count())
                .isEqualTo(1);
        // Native code may be in the model still: it is not unloaded under it.
        assertThat(lease.claims()).isEqualTo(2);
        stop();
    }

    @Test
    void aWorkerThatComesBackEndsAndGivesItsModelBack() throws InterruptedException {
        CompletableFuture<Generated> lost = generate(lease);
        assertThatThrownBy(lost::join).hasCauseInstanceOf(DragomanException.class);

        hanging.open();

        while (lease.claims() > 1) {
            Thread.sleep(1);
        }
        assertThat(generate(sound).join().ids()).containsExactly(2, 1);
        stop();
        assertThat(batcher.lostWorkers()).isEqualTo(1);
    }

    @Test
    void aWorkerOutlivesWhateverItsModelThrows() {
        GatedModel throwing = new GatedModel(() -> new StackOverflowError("native"));
        throwing.open();
        CountedLease poisoned = CountedLease.on("throwing", throwing);
        Row poison = Row.of(new int[] {GatedModel.POISON});

        assertThatThrownBy(() -> batcher.generate(poisoned, List.of(poison), later()).get(0).join())
                .hasCauseInstanceOf(DragomanException.class);
        assertThat(generate(sound).join().ids()).containsExactly(2, 1);
        assertThat(batcher.lostWorkers()).isZero();
        assertThat(poisoned.claims()).isEqualTo(1);
        stop();
    }

    private void stop() {
        hanging.open();
        batcher.close(Duration.ofSeconds(10));
    }

    private CompletableFuture<Generated> generate(CountedLease from) {
        Row row = Row.of(new int[] {1, 2});
        return batcher.generate(from, List.of(row), later()).get(0);
    }

    private static Deadline later() {
        return Deadline.after(Duration.ofMinutes(10));
    }
}
