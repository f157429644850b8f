package org.dragoman.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.access.AccessConfig;
import org.dragoman.access.ApiKey;
import org.dragoman.access.Keys;
import org.dragoman.access.Quotas;
import org.dragoman.failure.DragomanException;

/**
 * Who may come in. Until a key is made, everybody; then whoever has one. Health is always open, so
 * that orchestrators need no key. Thread-safe, and quick: it is asked on the event loop.
 */
@ApplicationScoped
final class Doorkeeper {
    private final Keys keys;
    private final Quotas quotas;
    private final Forwarded forwarded;
    private final AccessConfig config;
    private final AdminKey admin;

    Doorkeeper(Keys keys, Quotas quotas, AccessConfig config, AdminKey admin, Forwarded forwarded) {
        this.keys = keys;
        this.quotas = quotas;
        this.forwarded = forwarded;
        this.config = config;
        this.admin = admin;
    }

    /**
     * Whose call it is, before anything of its body is read: all with one key are one party, else
     * all from one address.
     *
     * @throws DragomanException key-missing, key-invalid; quota-exceeded
     */
    String letIn(RoutingContext context) {
        if (!guarded(context.normalizedPath()) || !keys.guarding()) {
            return forwarded.client(context.request());
        }
        String text =
                AdminKey.bearer(context.request().getHeader("Authorization"))
                        .orElseThrow(AdminKey::missing);
        if (admin.isConfigured(text)) {
            return forwarded.client(context.request());
        }
        ApiKey key = keys.find(text).orElseThrow(AdminKey::invalid);
        quotas.call(key);
        return key.id();
    }

    /** What is not known to be open is guarded. */
    private boolean guarded(String path) {
        boolean told = path.startsWith("/q/metrics") || path.startsWith("/openapi");
        boolean open = path.startsWith("/q/") || path.startsWith("/openapi");
        return !open || path.contains(";") || (told && config.guardMetrics());
    }
}
