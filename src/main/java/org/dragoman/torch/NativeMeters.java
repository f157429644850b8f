package org.dragoman.torch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows the open native objects as {@code dragoman.native.handles}: flat while nothing leaks. */
@ApplicationScoped
class NativeMeters {
    private final MeterRegistry registry;

    NativeMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("dragoman.native.handles", NativeHandles::open)
                .description("Native modules, tokenizers and values that are open")
                .register(registry);
    }
}
