package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A quantity as it is put together.
 *
 * @param scale what its last words multiply by; 1 without such words
 * @param next the first token after it
 */
record Found(Span span, List<BigDecimal> readings, BigDecimal scale, Evidence evidence, int next) {

    /** The same with {@code scale} as one more thing it may be multiplied by: 5 of 5-10 million. */
    Found orTimes(BigDecimal by) {
        List<BigDecimal> all = new ArrayList<>(readings);
        all.add(readings.get(0).multiply(by));
        return new Found(span, all, scale, evidence, next);
    }

    Found to(int end, int following) {
        return new Found(new Span(span.start(), end), readings, scale, evidence, following);
    }

    Quantity as(Measure measure, @Nullable String unit) {
        return new Quantity(span, readings, measure, unit, evidence);
    }
}
