package org.dragoman.model;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Where the time of calls goes, told as the timer {@code dragoman.stage} with the stage as its only
 * label. Thread-safe.
 */
public enum Stage {
    /** A row waits for a worker. */
    QUEUE,
    /** An article is told from what was scraped with it. */
    READ,
    /** Text becomes ids. */
    TOKENISE,
    /** A batch is in its model. */
    INFERENCE,
    /** What a model wrote is checked. */
    GUARD;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** Does the work of this stage. */
    public <T> T time(Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            took(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Tells of work of this stage that is done. */
    public void took(Duration time) {
        Metrics.timer("dragoman.stage", "stage", label).record(time);
    }
}
