package org.dragoman.quality.fact;

import java.math.BigDecimal;

/**
 * What words of a number say.
 *
 * @param scale whether it multiplies what stands before it: hundred, million
 * @param weak whether it often means something else
 */
record Term(BigDecimal value, boolean scale, boolean ordinal, boolean weak) {
    static Term number(long value, boolean weak) {
        return new Term(BigDecimal.valueOf(value), false, false, weak);
    }

    static Term scale(BigDecimal value) {
        return new Term(value, true, false, false);
    }

    Term weakened() {
        return new Term(value, scale, ordinal, true);
    }
}
