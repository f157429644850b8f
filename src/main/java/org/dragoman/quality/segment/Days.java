package org.dragoman.quality.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** Weekdays and months of the source that the target does not name, and the other way round. */
final class Days implements Rule {
    /** More of them say no more. */
    private static final int MOST = 100;

    @Override
    public List<Finding> check(Side source, Side target) {
        List<CalendarDay> lost = unanswered(source, target);
        List<CalendarDay> added = unanswered(target, source);
        List<Finding> findings = new ArrayList<>();
        for (CalendarDay day : lost) {
            CalendarDay instead = instead(day, added);
            added.remove(instead);
            findings.add(
                    instead == null
                            ? new Finding(missing(day), Severity.SEVERE, day.span(), null)
                            : new Finding(
                                    changed(day), Severity.SEVERE, day.span(), instead.span()));
        }
        for (CalendarDay day : added) {
            findings.add(new Finding(added(day), Severity.WARNING, null, day.span()));
        }
        return findings;
    }

    private static List<CalendarDay> unanswered(Side one, Side other) {
        return one.days().stream()
                .filter(day -> day.evidence() != Evidence.WEAK)
                .filter(day -> !named(day, one, other))
                .limit(MOST)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Whether {@code other} names the day, or has the number of the month for itself. */
    private static boolean named(CalendarDay day, Side one, Side other) {
        return other.names(day)
                || (day.kind() == CalendarDay.Kind.MONTH && numbered(day.number(), one, other));
    }

    private static boolean numbered(int month, Side one, Side other) {
        return other.facts().index().of(BigDecimal.valueOf(month)).stream()
                .filter(quantity -> quantity.evidence() == Evidence.DIGITS)
                .anyMatch(quantity -> one.agreeing(quantity).isEmpty());
    }

    private static @Nullable CalendarDay instead(CalendarDay day, List<CalendarDay> added) {
        return added.stream().filter(other -> other.kind() == day.kind()).findFirst().orElse(null);
    }

    private static Kind changed(CalendarDay day) {
        return weekday(day) ? Kind.WEEKDAY_CHANGED : Kind.MONTH_CHANGED;
    }

    private static Kind missing(CalendarDay day) {
        return weekday(day) ? Kind.WEEKDAY_MISSING : Kind.MONTH_MISSING;
    }

    private static Kind added(CalendarDay day) {
        return weekday(day) ? Kind.WEEKDAY_ADDED : Kind.MONTH_ADDED;
    }

    private static boolean weekday(CalendarDay day) {
        return day.kind() == CalendarDay.Kind.WEEKDAY;
    }
}
