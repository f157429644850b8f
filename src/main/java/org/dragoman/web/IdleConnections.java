package org.dragoman.web;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends connections on which nothing moves for longer than any call may take. */
@ApplicationScoped
final class IdleConnections implements HttpServerOptionsCustomizer {
    private static final Duration LONGER = Duration.ofSeconds(30);

    private final HttpLimits limits;

    IdleConnections(HttpLimits limits) {
        this.limits = limits;
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        end(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        end(options);
    }

    private void end(HttpServerOptions options) {
        options.setIdleTimeout((int) limits.deadline().plus(LONGER).toSeconds());
        options.setIdleTimeoutUnit(TimeUnit.SECONDS);
    }
}
