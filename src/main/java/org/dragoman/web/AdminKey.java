package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The key of who administers the service, as a bearer token (RFC 6750). It is kept as its SHA-256,
 * and compared in a time that does not depend on where two keys differ. Thread-safe.
 */
@ApplicationScoped
public class AdminKey {
    private static final String SCHEME = "bearer ";

    private final Optional<byte[]> known;

    AdminKey(AdminConfig config) {
        this.known = config.adminKey().map(AdminKey::digest);
    }

    /**
     * Lets a call pass that may administer.
     *
     * @param authorization the header of the call; null when it has none
     * @throws DragomanException key-forbidden when no key is configured; key-missing, key-invalid
     */
    void require(@Nullable String authorization) {
        byte[] expected =
                known.orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.KEY_FORBIDDEN,
                                        "Administration over HTTP is off until"
                                                + " dragoman.http.admin-key is configured."));
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new DragomanException(
                    ErrorCode.KEY_MISSING, "Send the key as Authorization: Bearer KEY.");
        }
        if (!MessageDigest.isEqual(
                expected, digest(authorization.substring(SCHEME.length()).strip()))) {
            throw new DragomanException(ErrorCode.KEY_INVALID, "This is not the key.");
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
