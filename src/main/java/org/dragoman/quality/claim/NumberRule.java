package org.dragoman.quality.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.claim.Mention.Amount;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Measure;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;

/**
 * Numbers the article does not state, in no form. A small count, the margin of a score and a year
 * are warnings only: a reader may have counted, or know the day of writing.
 */
final class NumberRule implements Rule {
    /** What a reader of the article may have counted, in words. */
    private static final BigDecimal COUNTED = BigDecimal.valueOf(4);

    @Override
    public List<Finding> check(Match match) {
        Rounding rounding = new Rounding(match);
        List<Finding> findings = new ArrayList<>();
        for (Mention mention : match.mentions()) {
            if (mention instanceof Amount amount
                    && tells(amount.quantity())
                    && match.source()
                            .facts()
                            .numbers()
                            .noneMatch(stated -> rounding.same(amount, stated))
                    && !share(match, amount.quantity())) {
                findings.add(finding(match, amount));
            }
        }
        return findings;
    }

    private static boolean tells(Quantity quantity) {
        return quantity.measure() != Measure.LABEL
                && quantity.value().compareTo(BigDecimal.ONE) > 0;
    }

    /** Whether the article tells the percentage as a fraction: a quarter of 25 per cent. */
    private static boolean share(Match match, Quantity quantity) {
        return quantity.measure() == Measure.PERCENT
                && match.lexicon().shares(quantity.value().intValue()).stream()
                        .map(Stems::of)
                        .anyMatch(match.source()::has);
    }

    private static Finding finding(Match match, Amount amount) {
        Quantity quantity = amount.quantity();
        boolean possible =
                quantity.measure() == Measure.YEAR
                        || counted(quantity)
                        || scored(match, quantity.value());
        return new Finding(
                Finding.Kind.NUMBER_ADDED,
                possible ? Severity.WARNING : Severity.SEVERE,
                null,
                match.claim().span(amount));
    }

    /** Whether it is by how much two numbers differ that stand side by side, as in a score. */
    private static boolean scored(Match match, BigDecimal value) {
        return match.source().lines().stream()
                .map(match.source()::mentions)
                .anyMatch(mentions -> scored(mentions, value));
    }

    private static boolean scored(List<Mention> mentions, BigDecimal value) {
        for (int i = 1; i < mentions.size(); i++) {
            if (mentions.get(i - 1) instanceof Amount one
                    && mentions.get(i) instanceof Amount other
                    && other.from() - one.to() <= 1) {
                BigDecimal margin = one.quantity().value().subtract(other.quantity().value());
                if (margin.abs().compareTo(value) == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean counted(Quantity quantity) {
        return quantity.evidence() != Evidence.DIGITS
                && quantity.measure() != Measure.ORDINAL
                && quantity.value().compareTo(COUNTED) <= 0;
    }
}
