package org.dragoman.web;

import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.dragoman.failure.ErrorCode;

/**
 * Counts the problems that were told, by code: one metric for all refusals and failures, whoever
 * found them. Each is there from the start, so that the first is a change. Thread-safe.
 */
@ApplicationScoped
final class ProblemMeter {
    private static final String NAME = "dragoman.problems";

    void register(@Observes StartupEvent started) {
        for (ErrorCode code : ErrorCode.values()) {
            count(code, 0);
        }
    }

    static void told(ErrorCode code) {
        count(code, 1);
    }

    private static void count(ErrorCode code, int more) {
        Metrics.counter(NAME, "code", code.code()).increment(more);
    }
}
