package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.List;
import org.dragoman.text.Span;

/**
 * A number in digits or Chinese numerals.
 *
 * @param readings the values it may have, the likeliest first
 * @param plain whether it is digits alone, without separators
 */
record Figure(Span span, List<BigDecimal> readings, boolean plain, Evidence evidence) {
    BigDecimal value() {
        return readings.get(0);
    }

    /** Whether it is digits alone, so many of them at most, and no more than {@code most}. */
    boolean small(int digits, int most) {
        return plain && span.length() <= digits && value().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
