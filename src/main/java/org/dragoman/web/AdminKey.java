package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dragoman.access.ApiKey;
import org.dragoman.access.KeyText;
import org.dragoman.access.Keys;
import org.dragoman.access.Scope;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Lets those administer the service who send, as a bearer token (RFC 6750), the key of the
 * configuration or one with the scope for it. Keys are kept as their SHA-256, and compared in a
 * time that does not depend on where two keys differ. Thread-safe.
 */
@ApplicationScoped
public class AdminKey {
    private static final String SCHEME = "bearer ";

    private final Optional<String> configured;
    private final Function<String, Optional<ApiKey>> keys;

    @Inject
    AdminKey(AdminConfig config, Keys keys) {
        this(config, keys::find);
    }

    AdminKey(AdminConfig config, Function<String, Optional<ApiKey>> keys) {
        this.configured = config.adminKey().map(KeyText::sha256);
        this.keys = keys;
    }

    /**
     * Lets a call pass that may administer.
     *
     * @param authorization the header of the call; null when it has none
     * @throws DragomanException key-missing, key-invalid; key-forbidden for a key without the scope
     */
    void require(@Nullable String authorization) {
        if (known(authorization).filter(key -> !key.scope().allows(Scope.ADMIN)).isPresent()) {
            throw new DragomanException(
                    ErrorCode.KEY_FORBIDDEN, "This takes a key with the scope admin.");
        }
    }

    /**
     * The key of a call; empty for the key of the configuration.
     *
     * @param authorization the header of the call; null when it has none
     * @throws DragomanException key-missing, key-invalid
     */
    Optional<ApiKey> known(@Nullable String authorization) {
        String text = bearer(authorization).orElseThrow(AdminKey::missing);
        return isConfigured(text)
                ? Optional.empty()
                : Optional.of(keys.apply(text).orElseThrow(AdminKey::invalid));
    }

    /** Whether it is the key of the configuration. */
    boolean isConfigured(String text) {
        return configured.filter(sha256 -> KeyText.matches(text, sha256)).isPresent();
    }

    /** The token in a header. */
    static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    static DragomanException missing() {
        return new DragomanException(
                ErrorCode.KEY_MISSING, "Send the key as Authorization: Bearer KEY.");
    }

    static DragomanException invalid() {
        return new DragomanException(ErrorCode.KEY_INVALID, "This is not a key that is valid.");
    }
}
