package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A number a text states: digits in any script and locale form, or words. A sign before it is not
 * read, so every value is 0 or more. Immutable.
 *
 * @param span the whole of it, with magnitude words, percent and currency signs
 * @param readings the values it may have, the likeliest first, without trailing zeros: [1500, 1.5]
 *     for 1.500 where it is not clear; never empty
 * @param unit ISO 4217 code of {@link Measure#MONEY}; null when it is something else or not told
 */
public record Quantity(
        Span span,
        List<BigDecimal> readings,
        Measure measure,
        @Nullable String unit,
        Evidence evidence) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal HALF_DAY = BigDecimal.valueOf(720);
    private static final BigDecimal CENTURY = BigDecimal.valueOf(100);

    private static final BigDecimal LAST_HOUR = BigDecimal.valueOf(24);

    /** Above this no number is a time of day, hours and minutes in one: 2359. */
    private static final BigDecimal AFTER_TIMES = BigDecimal.valueOf(2500);

    public Quantity {
        Objects.requireNonNull(span);
        Objects.requireNonNull(measure);
        Objects.requireNonNull(evidence);
        readings = readings.stream().map(Quantity::plain).distinct().toList();
        if (readings.isEmpty()) {
            throw new IllegalArgumentException("A quantity needs a value");
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 && stripped.scale() > -100 ? stripped.setScale(0) : stripped;
    }

    /** The likeliest value. */
    public BigDecimal value() {
        return readings.get(0);
    }

    /**
     * What quantities that agree have one of in common; others may have it too. A value stands for
     * itself, minutes of half a day are negative.
     */
    Set<BigDecimal> keys() {
        if (measure == Measure.TIME) {
            return Set.of(minutes(value()));
        }
        Set<BigDecimal> keys = new HashSet<>(readings);
        for (BigDecimal reading : readings) {
            if (reading.compareTo(AFTER_TIMES) < 0) {
                keys.addAll(times(reading));
            }
        }
        if (measure == Measure.YEAR) {
            keys.add(plain(value().remainder(CENTURY)));
        }
        return keys;
    }

    /** The times of day that a number may stand for: see {@link #clock}. */
    private static Set<BigDecimal> times(BigDecimal number) {
        BigDecimal[] hours = number.divideAndRemainder(BigDecimal.ONE);
        if (hours[0].compareTo(LAST_HOUR) <= 0) {
            BigDecimal dotted = hours[0].multiply(HOUR).add(hours[1].multiply(CENTURY));
            return new HashSet<>(List.of(minutes(number.multiply(HOUR)), minutes(dotted)));
        }
        BigDecimal[] digits = hours[0].divideAndRemainder(CENTURY);
        return digits[0].compareTo(LAST_HOUR) <= 0
                ? Set.of(minutes(digits[0].multiply(HOUR).add(digits[1])))
                : Set.of();
    }

    private static BigDecimal minutes(BigDecimal time) {
        return plain(time.remainder(HALF_DAY)).add(BigDecimal.ONE).negate();
    }

    /** Whether it is a whole number. */
    public boolean whole() {
        return value().scale() <= 0;
    }

    /**
     * Whether both may state one number: a reading in common, the same time by a clock of twelve or
     * of 24 hours, 3pm and 15, 1:30 and 1.5, 1990 and 90. Measures and units are not compared.
     */
    public boolean agrees(Quantity other) {
        if (measure == Measure.TIME || other.measure == Measure.TIME) {
            return sameTime(other) || other.sameTime(this);
        }
        return readings.stream().anyMatch(other.readings::contains)
                || sameDecade(other)
                || other.sameDecade(this);
    }

    private boolean sameTime(Quantity other) {
        if (measure != Measure.TIME) {
            return false;
        }
        if (other.measure == Measure.TIME) {
            return sameHalfDay(value(), other.value());
        }
        return other.readings.stream().anyMatch(this::clock);
    }

    /** Whether {@code hours}, as 15, 15.30 or 15.5, is this time. */
    private boolean clock(BigDecimal hours) {
        BigDecimal[] parts = hours.divideAndRemainder(BigDecimal.ONE);
        BigDecimal minutes = parts[1].multiply(CENTURY);
        boolean hour = parts[0].compareTo(LAST_HOUR) <= 0;
        boolean lasting = hours.multiply(HOUR).compareTo(value()) == 0;
        return hour
                ? lasting || sameHalfDay(value(), parts[0].multiply(HOUR).add(minutes))
                : parts[1].signum() == 0 && hundreds(parts[0]);
    }

    /** Whether {@code digits}, as 1530, is this time. */
    private boolean hundreds(BigDecimal digits) {
        BigDecimal[] parts = digits.divideAndRemainder(CENTURY);
        return parts[0].compareTo(LAST_HOUR) <= 0
                && value().compareTo(parts[0].multiply(HOUR).add(parts[1])) == 0;
    }

    private static boolean sameHalfDay(BigDecimal one, BigDecimal other) {
        return one.subtract(other).remainder(HALF_DAY).signum() == 0;
    }

    private boolean sameDecade(Quantity other) {
        return measure == Measure.YEAR
                && other.value().compareTo(BigDecimal.TEN) >= 0
                && other.value().compareTo(CENTURY) < 0
                && value().remainder(CENTURY).compareTo(other.value()) == 0;
    }
}
