package org.dragoman.quality.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of a text, found by those that agree with them without a look at all: a text may
 * state tens of thousands. Of those that say the same the first stands for all. Immutable.
 */
public final class QuantityIndex {
    private final Map<BigDecimal, List<Quantity>> byKey = new HashMap<>();

    private QuantityIndex() {}

    /** What a quantity states, wherever it stands. */
    private record Statement(
            List<BigDecimal> readings, Measure measure, @Nullable String unit, Evidence evidence) {
        static Statement of(Quantity quantity) {
            return new Statement(
                    quantity.readings(), quantity.measure(), quantity.unit(), quantity.evidence());
        }
    }

    /** The index of a text's quantities, which stand in order. */
    public static QuantityIndex of(List<Quantity> quantities) {
        QuantityIndex index = new QuantityIndex();
        Set<Statement> stated = new HashSet<>();
        for (Quantity quantity : quantities) {
            if (stated.add(Statement.of(quantity))) {
                for (BigDecimal key : quantity.keys()) {
                    index.byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(quantity);
                }
            }
        }
        return index;
    }

    /** Those that agree with {@code number}, by {@link Quantity#agrees}, in order. */
    public List<Quantity> agreeing(Quantity number) {
        return number.keys().stream()
                .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
                .distinct()
                .filter(number::agrees)
                .sorted(Comparator.comparingInt(quantity -> quantity.span().start()))
                .toList();
    }

    /** Those whose likeliest value is this, without trailing zeros, and that are no time of day. */
    public List<Quantity> of(BigDecimal value) {
        return byKey.getOrDefault(value, List.of()).stream()
                .filter(quantity -> quantity.measure() != Measure.TIME)
                .filter(quantity -> quantity.value().compareTo(value) == 0)
                .toList();
    }
}
