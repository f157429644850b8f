package org.dragoman.quality.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dragoman.quality.fact.Quantity;

/** Tells when a number changed because its unit was converted: 55 miles are 89 km. */
final class Units {
    /** Units of English texts that other languages do not use, after a number. */
    private static final Pattern IMPERIAL =
            Pattern.compile(
                    "[\\s-]{0,2}(?:sq(?:uare)?\\.? )?(?:miles?|mi|mph|pounds?|lbs?|feet|foot|ft|inch(?:es)?|in|yards?|acres?|gallons?|ounces?|oz|°? ?\\(?f(?:ahrenheit)?\\)?|degrees?)\\b");

    private static final List<Double> FACTORS =
            List.of(1.609, 0.4536, 0.3048, 2.54, 25.4, 0.9144, 0.4047, 3.785, 28.35, 2.59, 0.0929);
    private static final double TOLERANCE = 0.06;
    private static final int LONGEST = 24;

    private Units() {}

    /** Whether {@code two} is {@code one} in other units. */
    static boolean converted(Quantity one, Side oneSide, Quantity two, Side twoSide) {
        return (imperial(one, oneSide) && converts(one.value(), two.value()))
                || (imperial(two, twoSide) && converts(two.value(), one.value()));
    }

    /** Whether a text states {@code number} once more in other units: 40 miles (64 km). */
    static boolean twice(Quantity number, Side side) {
        return side.quantities().stream()
                .filter(other -> !other.equals(number))
                .anyMatch(other -> converted(number, side, other, side));
    }

    private static boolean imperial(Quantity number, Side side) {
        int start = number.span().end();
        String after =
                side.text().substring(start, Math.min(side.text().length(), start + LONGEST));
        return IMPERIAL.matcher(after.toLowerCase(Locale.ROOT)).lookingAt();
    }

    private static boolean converts(BigDecimal imperial, BigDecimal metric) {
        double from = imperial.doubleValue();
        double to = metric.doubleValue();
        double celsius = (from - 32) / 1.8;
        return Math.abs(Math.abs(celsius) - to) < 1
                || FACTORS.stream().anyMatch(f -> Math.abs(to / (from * f) - 1) < TOLERANCE);
    }
}
