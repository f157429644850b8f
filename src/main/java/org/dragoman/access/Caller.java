package org.dragoman.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param address where from
 * @param key null where none is needed
 */
public record Caller(String address, @Nullable ApiKey key) {
    /** Whose work it is: all with one key, else all from one address. */
    public String party() {
        return key == null ? address : key.id();
    }

    public Optional<ApiKey> apiKey() {
        return Optional.ofNullable(key);
    }
}
