package org.dragoman.access;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.Config;
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

    private static final String OIDC = "quarkus.oidc.";
    private static final String SERVING = "quarkus.http.host-enabled";
    private static final Logger LOG = Logger.getLogger(Issuer.class);

    private final boolean configured;
    private final boolean audience;
    private final Duration refresh;
    private final AtomicLong next = new AtomicLong(System.nanoTime());
    private volatile boolean lost;
    private volatile long silent = System.nanoTime() - Duration.ofDays(1).toNanos();

    Issuer(Config config) {
        boolean named =
                config.getOptionalValue(OIDC + "auth-server-url", String.class).isPresent()
                        || config.getOptionalValue(OIDC + "public-key", String.class).isPresent();
        this.configured = named && is(config, OIDC + "tenant-enabled") && is(config, SERVING);
        this.audience = config.getOptionalValue(OIDC + "token.audience", String.class).isPresent();
        this.refresh = config.getValue(OIDC + "token.forced-jwk-refresh-interval", Duration.class);
    }

    private static boolean is(Config config, String name) {
        return config.getOptionalValue(name, Boolean.class).orElse(true);
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

    /** A token could not be verified for want of an answer of the server. */
    void unanswered() {
        silent = System.nanoTime();
    }

    /**
     * Whether a key that is not known may be one of the server's all the same, since it did not
     * answer, and is not asked again yet.
     */
    boolean mayHaveMoreKeys() {
        return System.nanoTime() - silent < refresh.toNanos();
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
