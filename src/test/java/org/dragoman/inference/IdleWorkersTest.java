package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleWorkersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedModel model = new GatedModel();
    private final CountedLease lease = CountedLease.on("reversing", model);
    private final Deadline later = Deadline.after(Duration.ofMinutes(10));

    @Test
    void idleWorkersShareOneCall() throws InterruptedException {
        Batcher two = new Batcher(Settings.with("workers", "2", "batch-rows", "64"), registry);
        while (registry.get("dragoman.inference.workers.idle").gauge().value() < 2) {
            Thread.onSpinWait();
        }

        List<Row> rows = Collections.nCopies(64, Row.of(new int[] {1, 2}));
        List<CompletableFuture<Generated>> answers = two.generate(lease, rows, later);

        // Both are in the closed model at once, each with half of the rows.
        model.entered.acquire(2);
        assertThat(model.batches).extracting(List::size).containsExactly(32, 32);
        model.open();
        answers.forEach(CompletableFuture::join);
        two.close();
    }
}
