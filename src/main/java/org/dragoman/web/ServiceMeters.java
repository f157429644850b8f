package org.dragoman.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the service is ready, and the memory its process takes, for alerts. */
@ApplicationScoped
final class ServiceMeters {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";

    private final MeterRegistry registry;
    private final Instance<HealthCheck> checks;

    ServiceMeters(MeterRegistry registry, @Readiness Instance<HealthCheck> checks) {
        this.registry = registry;
        this.checks = checks;
    }

    void register(@Observes StartupEvent started) {
        Gauge.builder("dragoman.ready", () -> ready() ? 1 : 0)
                .description("1 when the service is ready")
                .register(registry);
        Gauge.builder("process.resident", ServiceMeters::resident)
                .baseUnit("bytes")
                .description("Memory of the process, as Linux counts it")
                .register(registry);
    }

    private boolean ready() {
        return checks.stream()
                .allMatch(check -> check.call().getStatus() == HealthCheckResponse.Status.UP);
    }

    private static double resident() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .map(kibibytes -> kibibytes << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException unread) {
            return Double.NaN;
        }
    }
}
