package org.dragoman.quality.segment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dragoman.quality.fact.Quantity;

/** Tells when a number changed because its unit was converted: 55 miles are 89 km. Immutable. */
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

    private final List<Quantity> numbers;
    private final Map<Quantity, Imperial> imperial = new LinkedHashMap<>();

    private Units(Side side) {
        this.numbers = side.quantities();
        for (Quantity number : numbers) {
            int start = number.span().end();
            int end = Math.min(side.text().length(), start + LONGEST);
            Imperial.of(number, side.text().substring(start, end))
                    .ifPresent(unit -> imperial.put(number, unit));
        }
    }

    /** The units of the numbers that a text states. */
    static Units of(Side side) {
        return new Units(side);
    }

    /** Whether {@code two}, a number of {@code other}, is {@code one} in other units. */
    boolean converted(Quantity one, Units other, Quantity two) {
        return is(one, two) || other.is(two, one);
    }

    /** Whether the text states {@code number} once more in other units: 40 miles (64 km). */
    boolean twice(Quantity number) {
        List<Quantity> others =
                imperial.containsKey(number) ? numbers : List.copyOf(imperial.keySet());
        return others.stream()
                .filter(other -> !other.equals(number))
                .anyMatch(other -> converted(number, this, other));
    }

    private boolean is(Quantity number, Quantity metric) {
        Imperial unit = imperial.get(number);
        return unit != null && unit.is(metric);
    }

    /**
     * A number of an English unit.
     *
     * @param factors none for degrees
     */
    private record Imperial(double value, List<Double> factors, boolean square) {
        /** Of a number and what follows it; empty when that is no such unit. */
        static Optional<Imperial> of(Quantity number, String after) {
            Matcher unit = IMPERIAL.matcher(after.toLowerCase(Locale.ROOT));
            return unit.lookingAt()
                    ? Optional.of(
                            new Imperial(
                                    number.value().doubleValue(),
                                    FACTORS.getOrDefault(unit.group(2), List.of()),
                                    unit.group(1) != null))
                    : Optional.empty();
        }

        boolean is(Quantity metric) {
            double to = metric.value().doubleValue();
            return factors.isEmpty()
                    ? Math.abs((value - 32) / 1.8 - to) < 1
                    : factors.stream().anyMatch(f -> near(to, value * (square ? f * f : f)));
        }
    }

    private static boolean near(double one, double other) {
        return Math.abs(one / other - 1) < TOLERANCE;
    }
}
