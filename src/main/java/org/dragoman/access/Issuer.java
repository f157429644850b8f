package org.dragoman.access;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Who issues the tokens that are taken (OpenID Connect), if anybody: {@code quarkus.oidc} says. The
 * server is found when the service starts, and while it could not be, every now and then by a call
 * that brings a token. A command never looks for it. Thread-safe.
 */
@ApplicationScoped
class Issuer {
    /** How long a server that could not be found is left alone. */
    static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(Issuer.class);

    private final boolean configured;
    private final boolean audience;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile boolean lost;

    Issuer(
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled", defaultValue = "true")
                    boolean enabled,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> server,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true")
                    boolean serving) {
        this.configured = enabled && serving && (server.isPresent() || key.isPresent());
        this.audience = audience.isPresent();
    }

    /** Whether there is one. */
    boolean configured() {
        return configured;
    }

    /** Whether a token may be a reason to ask the server now. */
    boolean mayBeAsked() {
        long now = System.nanoTime();
        long due = next.get();
        return !lost || (now - due >= 0 && next.compareAndSet(due, now + PAUSE.toNanos()));
    }

    void begin(@Observes Oidc framework) {
        if (!configured) {
            framework.create(OidcTenantConfig.builder().tenantEnabled(false).build());
        } else if (!audience) {
            LOG.warn(
                    "Tokens are taken whomever they are meant for: name this service's audience in"
                            + " QUARKUS_OIDC_TOKEN_AUDIENCE");
        }
    }

    void heard(@Observes SecurityEvent event) {
        if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_NOT_AVAILABLE) {
            lost = true;
        } else if (event.getEventType() == SecurityEvent.Type.OIDC_SERVER_AVAILABLE) {
            lost = false;
        }
    }
}
