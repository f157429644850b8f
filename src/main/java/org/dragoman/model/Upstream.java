package org.dragoman.model;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who published the weights, and what is known of them. Immutable.
 *
 * @param address where they were published; empty when that is not known
 * @param revision a commit or a version, or {@code sha256:} and the checksum of the weights; empty
 *     when it is not known before the model is installed
 * @param licence SPDX identifier of the weights' licence; {@link #UNKNOWN} where none is stated
 * @param published the quality the publisher states; null where it states none
 * @param variant which of the publisher's sizes: tiny, base-memory, base; empty where there is one
 */
public record Upstream(
        String address,
        String revision,
        String licence,
        @Nullable Published published,
        String variant) {
    /** The licence of weights whose publisher states none. */
    public static final String UNKNOWN = "unknown";

    public Upstream {
        Objects.requireNonNull(address);
        Objects.requireNonNull(revision);
        Objects.requireNonNull(licence);
        Objects.requireNonNull(variant);
    }

    /** Weights published in one size. */
    public Upstream(
            String address, String revision, String licence, @Nullable Published published) {
        this(address, revision, licence, published, "");
    }

    /** The same at another revision. */
    Upstream at(String other) {
        return new Upstream(address, other, licence, published, variant);
    }

    /** Whether a licence forbids use for money: one of Creative Commons with {@code NC}. */
    public static boolean nonCommercial(String licence) {
        return List.of(licence.toUpperCase(Locale.ROOT).split("-", -1)).contains("NC");
    }

    /** Quality the publisher states; null where it states none. */
    public record Published(@Nullable Double bleu, @Nullable Double comet) {}
}
