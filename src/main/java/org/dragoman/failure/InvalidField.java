package org.dragoman.failure;

import java.util.Objects;

/**
 * A field that was refused.
 *
 * @param pointer JSON pointer (RFC 6901) to the field
 * @param detail what is wrong with it; never the caller's text
 */
public record InvalidField(String pointer, String detail) {
    public InvalidField {
        Objects.requireNonNull(pointer);
        Objects.requireNonNull(detail);
    }
}
