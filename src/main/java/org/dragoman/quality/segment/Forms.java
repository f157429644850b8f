package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Measure;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/**
 * Numbers that were carried over in a form that says something else in the other language: 9,050
 * left with its comma where a comma begins the decimals, and an amount in another currency.
 */
final class Forms implements Rule {
    /** The sign alone does not tell them apart. */
    private static final Set<String> DOLLARS =
            Set.of("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD");

    private static final Set<String> YEN = Set.of("JPY", "CNY");

    @Override
    public List<Finding> check(Side source, Side target) {
        List<Finding> findings = new ArrayList<>();
        for (Quantity number : source.quantities()) {
            List<Quantity> same =
                    target.agreeing(number).stream()
                            .filter(other -> other.evidence() == Evidence.DIGITS)
                            .toList();
            if (number.evidence() == Evidence.DIGITS && !same.isEmpty()) {
                misread(number, same, findings);
                exchanged(number, same, findings);
            }
        }
        return findings;
    }

    private static void misread(Quantity number, List<Quantity> same, List<Finding> findings) {
        boolean unclear =
                number.readings().size() > 1
                        && same.stream().allMatch(other -> other.readings().size() > 1)
                        && same.stream()
                                .noneMatch(other -> other.value().compareTo(number.value()) == 0);
        if (unclear) {
            findings.add(changed(number, same.get(0), Severity.WARNING));
        }
    }

    private static void exchanged(Quantity number, List<Quantity> same, List<Finding> findings) {
        String unit = number.unit();
        if (number.measure() != Measure.MONEY || unit == null) {
            return;
        }
        boolean other =
                same.stream().allMatch(one -> one.unit() != null && !equal(unit, one.unit()));
        if (other) {
            findings.add(changed(number, same.get(0), Severity.SEVERE));
        }
    }

    private static boolean equal(String one, String other) {
        return one.equals(other)
                || (DOLLARS.contains(one) && DOLLARS.contains(other))
                || (YEN.contains(one) && YEN.contains(other));
    }

    private static Finding changed(Quantity number, Quantity other, Severity severity) {
        return new Finding(Kind.NUMBER_CHANGED, severity, number.span(), other.span());
    }
}
