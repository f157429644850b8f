package org.dragoman.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key: everything but the key.
 *
 * @param id 12 hexadecimal digits; the part of the key by which it is found
 * @param name who has it, 1 to 64 printable characters
 * @param sha256 of the whole key, in hexadecimal digits
 * @param expires null: never
 */
public record ApiKey(
        String id,
        String name,
        String sha256,
        Scope scope,
        Allowance allowance,
        Instant created,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expires) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("\\P{C}{1,64}");

    public ApiKey {
        if (!ID.matcher(id).matches() || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a key");
        }
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw DragomanException.invalidField(
                    "/name", "A name is 1 to 64 printable characters.");
        }
    }

    /** Whoever has it. */
    public Caller caller() {
        return new Caller(id, scope, allowance);
    }

    boolean expired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}
