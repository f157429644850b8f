package org.dragoman.quality.fact;

import java.math.BigDecimal;

/**
 * Puts the words of a number together as they are said: what is smaller is added, a scale
 * multiplies what stands before it. For one thread.
 */
final class Counting {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private BigDecimal done = BigDecimal.ZERO;
    private BigDecimal current = BigDecimal.ZERO;
    private BigDecimal room = BigDecimal.valueOf(Long.MAX_VALUE);
    private BigDecimal lastScale = BigDecimal.valueOf(Long.MAX_VALUE);
    private boolean empty = true;

    /** Takes {@code term} if it goes on the number told so far: 5 after 20, and not after 7. */
    boolean take(Term term) {
        boolean taken = term.scale() ? scale(term.value()) : add(term.value());
        empty &= !taken;
        return taken;
    }

    private boolean add(BigDecimal value) {
        boolean zero = !empty && value.signum() == 0;
        if (zero || value.compareTo(room) >= 0) {
            return false;
        }
        current = current.add(value);
        room = lowest(value);
        return true;
    }

    private boolean scale(BigDecimal value) {
        BigDecimal factor = current.signum() == 0 ? BigDecimal.ONE : current;
        if (value.compareTo(HUNDRED) == 0) {
            current = factor.multiply(value);
        } else {
            boolean higher = value.compareTo(lastScale) >= 0;
            done = higher ? done.add(current).multiply(value) : done.add(factor.multiply(value));
            current = BigDecimal.ZERO;
            lastScale = value;
        }
        room = value;
        return true;
    }

    BigDecimal value() {
        return done.add(current);
    }

    /** What is smaller than the last figure that is not zero: 10 of 20, 100 of 500, 1 of 7. */
    private static BigDecimal lowest(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return value.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.scaleByPowerOfTen(-plain.scale());
    }
}
