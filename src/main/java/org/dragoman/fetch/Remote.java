package org.dragoman.fetch;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A file on the web, and what is known of it. Immutable.
 *
 * @param name what messages call it
 * @param addresses where it may be had, http or https, tried in this order; at least one
 * @param sha256 64 lower-case hexadecimal digits; empty when it is not known
 * @param bytes its size; -1 when it is not known
 * @param most bytes that are taken at the most
 */
public record Remote(String name, List<URI> addresses, String sha256, long bytes, long most) {
    public Remote {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sha256);
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("A file on the web has an address");
        }
    }

    /** A file whose content is known. */
    public static Remote known(String name, List<URI> addresses, String sha256, long bytes) {
        return new Remote(name, addresses, sha256, bytes, bytes);
    }

    /** A file of which nothing is known but how large it may be. */
    public static Remote unknown(String name, List<URI> addresses, long most) {
        return new Remote(name, addresses, "", -1, most);
    }

    /** Whether what comes can be told from anything else. */
    boolean pinned() {
        return !sha256.isEmpty();
    }

    /** The same file to be had elsewhere. */
    Remote at(List<URI> others) {
        return new Remote(name, others, sha256, bytes, most);
    }
}
