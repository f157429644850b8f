package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.inference.Capacity;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready any more once two workers hung in a model: each was replaced, but what they hold is
 * lost until the service starts anew, and a third is likely to follow.
 */
@Readiness
@ApplicationScoped
public class WorkersAlive implements HealthCheck {
    private static final int TOO_MANY = 2;

    private final Capacity capacity;

    WorkersAlive(Capacity capacity) {
        this.capacity = capacity;
    }

    @Override
    public HealthCheckResponse call() {
        int lost = capacity.lostWorkers();
        return HealthCheckResponse.named("workers")
                .status(lost < TOO_MANY)
                .withData("abandoned", lost)
                .build();
    }
}
