package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.dragoman.access.KeyText;

/**
 * The key of the configuration, for administration. It is kept as its SHA-256, and compared in a
 * time that does not depend on where two keys differ. Thread-safe.
 */
@ApplicationScoped
class AdminKey {
    private final Optional<String> sha256;

    AdminKey(AdminConfig config) {
        this.sha256 = config.adminKey().map(KeyText::sha256);
    }

    /** Whether this is it. */
    boolean matches(String text) {
        return sha256.filter(known -> KeyText.matches(text, known)).isPresent();
    }
}
