package org.dragoman.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How many characters a key lacked of a day's when it sent its last text.
 *
 * @param at when that was
 * @param characters UTF-16 units times target languages
 */
record Spent(Instant at, long characters) {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    /** What there is now of a day's, which came back evenly since; a clock set back gives none. */
    long left(long aDays, Instant now) {
        long elapsed = Math.max(0, Duration.between(at, now).toMillis());
        double back = (double) aDays * Math.min(elapsed, DAY_MILLIS) / DAY_MILLIS;
        // The quota may have been greater then.
        return Math.min(aDays, aDays - Math.min(aDays, characters) + (long) back);
    }

    Spent later(Spent other) {
        return other.at.isBefore(at) ? this : other;
    }
}
