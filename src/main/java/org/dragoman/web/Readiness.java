package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Ready when a canary sentence went through each default model there is and came out right. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {
    private final Canary canary;

    Readiness(Canary canary) {
        this.canary = canary;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> states = canary.states();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("models");
        states.forEach(answer::withData);
        return answer.status(canary.ready()).build();
    }
}
