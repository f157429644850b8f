package org.dragoman.translation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How good a version is, by the figures of its segments.
 *
 * @param mean of all, each by the length of its source, 0 to 1
 * @param worst the lowest, 0 to 1
 */
public record VersionQuality(double mean, double worst) {
    /** Null when no segment has a figure. */
    static @Nullable VersionQuality of(List<Segment> segments) {
        double sum = 0;
        double weight = 0;
        double worst = 1;
        for (Segment segment : segments) {
            if (segment.quality() != null) {
                double quality = Objects.requireNonNull(segment.quality());
                sum += quality * segment.source().length();
                weight += segment.source().length();
                worst = Math.min(worst, quality);
            }
        }
        return weight == 0 ? null : new VersionQuality(rounded(sum / weight), worst);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
