package org.dragoman.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who published the weights, and what is known of them. Immutable.
 *
 * @param address where they were published; empty when that is not known
 * @param revision a commit or a version, or {@code sha256:} and the checksum of the weights
 * @param licence SPDX identifier of the weights' licence; {@link #UNKNOWN} where none is stated
 * @param published the quality the publisher states; null where it states none
 */
public record Upstream(
        String address, String revision, String licence, @Nullable Published published) {
    /** The licence of weights whose publisher states none. */
    public static final String UNKNOWN = "unknown";

    public Upstream {
        Objects.requireNonNull(address);
        Objects.requireNonNull(revision);
        Objects.requireNonNull(licence);
    }

    /** Quality the publisher states; null where it states none. */
    public record Published(@Nullable Double bleu, @Nullable Double comet) {}
}
