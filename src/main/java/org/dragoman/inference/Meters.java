package org.dragoman.inference;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.dragoman.model.Stage;

/** What the queue and the workers tell about themselves. Thread-safe. */
final class Meters {
    private static final String PREFIX = "dragoman.inference.";
    private static final String MODEL = "model";
    private final MeterRegistry registry;

    Meters(MeterRegistry registry, Backlog backlog, Rate rate) {
        this.registry = registry;
        gauge("queue.rows", backlog, Backlog::rows, "Rows that wait");
        gauge("queue.tokens", backlog, waiting -> (double) waiting.tokens(), "Tokens that wait");
        gauge("workers.idle", backlog, Backlog::idle, "Workers with nothing to do");
        gauge("rate", rate, Rate::tokensPerSecond, "Tokens a second of all workers together");
    }

    /** Workers that hung and were given up, counted from the start. */
    void lost(Crew crew) {
        FunctionCounter.builder(PREFIX + "abandoned", crew, Crew::lost)
                .description("Workers that hung in a model and were given up")
                .register(registry);
    }

    private <T> void gauge(String name, T subject, ToDoubleFunction<T> value, String description) {
        Gauge.builder(PREFIX + name, subject, value).description(description).register(registry);
    }

    void ran(Batch<?, ?> batch, Duration time) {
        String model = batch.work().model();
        registry.timer(PREFIX + "batch", MODEL, model).record(time);
        Stage.INFERENCE.took(time);
        registry.summary(PREFIX + "batch.rows", MODEL, model).record(batch.rows().size());
        registry.summary(PREFIX + "batch.padding", MODEL, model)
                .record(1 - (double) batch.tokens() / batch.area());
        registry.counter(PREFIX + "tokens", MODEL, model).increment((double) batch.tokens());
    }

    /** A row's time in the queue. */
    void waited(Batch<?, ?> batch, long now) {
        for (Waiting<?, ?> row : batch.rows()) {
            Duration time = Duration.ofNanos(now - row.since());
            registry.timer(PREFIX + "wait", MODEL, batch.work().model()).record(time);
            Stage.QUEUE.took(time);
        }
    }

    /** Time in a model between two looks at who still waits: that long nobody can leave. */
    void crossed(String model, long nanos) {
        registry.timer(PREFIX + "crossing", MODEL, model).record(Duration.ofNanos(nanos));
    }

    /** A row is out of the model whose caller left at this {@link System#nanoTime}. */
    void freed(long left) {
        registry.timer(PREFIX + "freed").record(Duration.ofNanos(System.nanoTime() - left));
    }

    /** A short batch was let pass by one that runs. */
    void passed(String model) {
        registry.counter(PREFIX + "passed", MODEL, model).increment();
    }

    void failed(Batch<?, ?> batch) {
        registry.counter(PREFIX + "failed", MODEL, batch.work().model())
                .increment(batch.rows().size());
    }

    /** Rows that nobody waited for any more. */
    void dropped(String model, int rows) {
        registry.counter(PREFIX + "dropped", MODEL, model).increment(rows);
    }
}
