package org.dragoman.model;

import java.util.regex.Pattern;

/**
 * What a file holds, told by its SHA-256 and size. Immutable.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes its size
 */
public record Checksum(String sha256, long bytes) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Checksum {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("Not a size");
        }
    }
}
