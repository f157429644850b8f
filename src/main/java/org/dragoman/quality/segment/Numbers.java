package org.dragoman.quality.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Measure;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the source that the target does not state, and the other way round. Only numbers in
 * digits are demanded with certainty; words may answer for digits and digits for words.
 */
final class Numbers implements Rule {
    /** Smaller numbers in words are often no numbers in the other language. */
    private static final BigDecimal LEAST_IN_WORDS = BigDecimal.valueOf(13);

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** More of them say no more: whatever the text is, its numbers are gone. */
    private static final int MOST = 100;

    @Override
    public List<Finding> check(Side source, Side target) {
        List<Quantity> lost = unanswered(source, target);
        List<Quantity> added = unanswered(target, source);
        if (lost.isEmpty() && added.isEmpty()) {
            return List.of();
        }
        Units theirs = Units.of(source);
        Units own = Units.of(target);
        List<Finding> findings = new ArrayList<>();
        for (Quantity number : lost) {
            Quantity instead = instead(number, added);
            if (instead != null) {
                added.remove(instead);
            }
            boolean same =
                    instead == null ? theirs.twice(number) : theirs.converted(number, own, instead);
            if (!same) {
                findings.add(lost(number, instead));
            }
        }
        for (Quantity number : added) {
            findings.add(added(number, own));
        }
        return findings;
    }

    private static Finding added(Quantity number, Units own) {
        boolean digits = number.evidence() == Evidence.DIGITS && !own.twice(number);
        Severity severity = digits ? Severity.WARNING : Severity.INFO;
        return new Finding(Kind.NUMBER_ADDED, severity, null, number.span());
    }

    private static Finding lost(Quantity number, @Nullable Quantity instead) {
        boolean sure = number.evidence() == Evidence.DIGITS && number.measure() != Measure.LABEL;
        Severity severity = sure ? Severity.SEVERE : Severity.WARNING;
        return instead == null
                ? new Finding(Kind.NUMBER_MISSING, severity, number.span(), null)
                : new Finding(Kind.NUMBER_CHANGED, severity, number.span(), instead.span());
    }

    /** The first numbers of {@code one} that nothing in {@code other} answers for. */
    private static List<Quantity> unanswered(Side one, Side other) {
        Answer answer = Answer.of(one, other);
        boolean dual = other.tongue().dual();
        return one.quantities().stream()
                .filter(Numbers::demanded)
                .filter(number -> !(dual && number.value().compareTo(TWO) <= 0))
                .filter(number -> !answer.to(number))
                .limit(MOST)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean demanded(Quantity number) {
        return switch (number.evidence()) {
            case DIGITS -> true;
            case WORDS -> number.value().compareTo(LEAST_IN_WORDS) >= 0;
            case WEAK -> false;
        };
    }

    /** What stands in the place of {@code number}: the one of the same measure, or the first. */
    private static @Nullable Quantity instead(Quantity number, List<Quantity> added) {
        return added.stream()
                .filter(other -> other.measure() == number.measure())
                .findFirst()
                .orElse(added.isEmpty() ? null : added.get(0));
    }
}
