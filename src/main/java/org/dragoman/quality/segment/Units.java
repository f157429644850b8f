package org.dragoman.quality.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.quality.fact.Quantity;

/** Tells when a number changed because its unit was converted: 55 miles are 89 km. */
final class Units {
    /** Units of English texts that other languages do not use, after a number. */
    private static final Pattern IMPERIAL =
            Pattern.compile(
                    "[\\s-]{0,2}(?:(square|sq\\.?) )?(mile|mi\\b|mph|pound|lb|feet|foot|ft\\b|inch|yard"
                            + "|acre|gallon|ounce|oz\\b|°? ?\\(?f(?:ahrenheit)?\\b)");

    /** How many metric ones of each are one. */
    private static final Map<String, List<Double>> FACTORS =
            Map.ofEntries(
                    Map.entry("mile", List.of(1.609)),
                    Map.entry("mi", List.of(1.609)),
                    Map.entry("mph", List.of(1.609)),
                    Map.entry("pound", List.of(0.4536)),
                    Map.entry("lb", List.of(0.4536)),
                    Map.entry("feet", List.of(0.3048)),
                    Map.entry("foot", List.of(0.3048)),
                    Map.entry("ft", List.of(0.3048)),
                    Map.entry("inch", List.of(2.54, 25.4)),
                    Map.entry("yard", List.of(0.9144)),
                    Map.entry("acre", List.of(0.4047)),
                    Map.entry("gallon", List.of(3.785)),
                    Map.entry("ounce", List.of(28.35)),
                    Map.entry("oz", List.of(28.35)));

    private static final double TOLERANCE = 0.06;
    private static final int LONGEST = 24;

    private Units() {}

    /** Whether {@code two} is {@code one} in other units. */
    static boolean converted(Quantity one, Side oneSide, Quantity two, Side twoSide) {
        return converts(one, oneSide, two.value()) || converts(two, twoSide, one.value());
    }

    /** Whether a text states {@code number} once more in other units: 40 miles (64 km). */
    static boolean twice(Quantity number, Side side) {
        return side.quantities().stream()
                .filter(other -> !other.equals(number))
                .anyMatch(other -> converted(number, side, other, side));
    }

    private static boolean converts(Quantity imperial, Side side, BigDecimal metric) {
        int start = imperial.span().end();
        int end = Math.min(side.text().length(), start + LONGEST);
        Matcher unit = IMPERIAL.matcher(side.text().substring(start, end).toLowerCase(Locale.ROOT));
        if (!unit.lookingAt()) {
            return false;
        }
        double from = imperial.value().doubleValue();
        double to = metric.doubleValue();
        List<Double> factors = FACTORS.getOrDefault(unit.group(2), List.of());
        boolean square = unit.group(1) != null;
        return factors.isEmpty()
                ? Math.abs((from - 32) / 1.8 - to) < 1
                : factors.stream().anyMatch(f -> near(to, from * (square ? f * f : f)));
    }

    private static boolean near(double one, double other) {
        return Math.abs(one / other - 1) < TOLERANCE;
    }
}
