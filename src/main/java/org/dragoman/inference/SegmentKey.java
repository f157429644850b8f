package org.dragoman.inference;

import java.util.Arrays;
import java.util.Objects;
import org.dragoman.model.Lease;
import org.dragoman.model.Precision;
import org.dragoman.model.SearchOptions;
import org.jspecify.annotations.Nullable;

/**
 * All that the answer of a model to one row depends on; equal by value. Immutable, if nobody
 * changes the arrays.
 */
final class SegmentKey {
    private final About about;
    private final int[] source;
    private final int[] prefix;
    private final int[] alsoAllowed;
    private final int hash;

    SegmentKey(About about, int[] source, int[] prefix, int[] alsoAllowed) {
        this.about = about;
        this.source = source;
        this.prefix = prefix;
        this.alsoAllowed = alsoAllowed;
        this.hash =
                Objects.hash(
                        about.hash,
                        Arrays.hashCode(source),
                        Arrays.hashCode(prefix),
                        Arrays.hashCode(alsoAllowed));
    }

    /** Ids it holds. */
    int size() {
        return source.length + prefix.length + alsoAllowed.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SegmentKey segment
                && hash == segment.hash
                && Arrays.equals(source, segment.source)
                && Arrays.equals(prefix, segment.prefix)
                && Arrays.equals(alsoAllowed, segment.alsoAllowed)
                && about.equals(segment.about);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** What all rows of a call have in common. */
    static final class About {
        private final String model;
        private final String revision;
        private final Precision precision;
        private final @Nullable SearchOptions options;
        private final int hash;

        private About(
                String model,
                String revision,
                Precision precision,
                @Nullable SearchOptions options) {
            this.model = model;
            this.revision = revision;
            this.precision = precision;
            this.options = options;
            this.hash = Objects.hash(model, revision, precision.name(), options);
        }

        /**
         * @param options null for what is not searched
         */
        static About of(Lease lease, @Nullable SearchOptions options) {
            return new About(
                    lease.card().name(),
                    lease.card().revision(),
                    lease.model().precision(),
                    options);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof About about
                    && hash == about.hash
                    && model.equals(about.model)
                    && revision.equals(about.revision)
                    && precision == about.precision
                    && Objects.equals(options, about.options);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
