package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.dragoman.inference.Inference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedModel model = new GatedModel();
    private final CountedLease lease = CountedLease.on("reversing", model);
    private final Deadline later = Deadline.after(Duration.ofMinutes(10));

    @Test
    void metersTellWhatRanByModel() {
        model.open();
        try (Batcher batcher = new Batcher(Settings.with("workers", "1"), registry)) {
            Row row = Row.of(new int[] {1, 2, 3});
            batcher.generate(lease, List.of(row), later).get(0).join();
        }

        assertThat(registry.get("dragoman.inference.tokens").tag("model", "reversing").counter())
                .returns(3.0, Counter::count);
        assertThat(registry.get("dragoman.inference.batch.rows").summary().totalAmount())
                .isEqualTo(1);
        assertThat(registry.get("dragoman.inference.batch.padding").summary().max()).isZero();
        assertThat(registry.get("dragoman.inference.batch").timer().count()).isEqualTo(1);
        assertThat(registry.get("dragoman.inference.wait").timer().count()).isEqualTo(1);
    }
}
