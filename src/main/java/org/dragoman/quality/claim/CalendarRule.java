package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Day;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;

/** Weekdays and months the article does not name. */
final class CalendarRule implements Rule {
    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>();
        List<CalendarDay> known = match.source().facts().days();
        for (Mention mention : match.mentions()) {
            if (mention instanceof Day named && known.stream().noneMatch(named.day()::same)) {
                boolean told = told(match, named.day());
                findings.add(
                        new Finding(
                                added(named.day()),
                                told ? Severity.WARNING : Severity.SEVERE,
                                null,
                                match.claim().span(mention)));
            }
        }
        return findings;
    }

    private static Finding.Kind added(CalendarDay day) {
        return switch (day.kind()) {
            case WEEKDAY -> Finding.Kind.WEEKDAY_ADDED;
            case MONTH -> Finding.Kind.MONTH_ADDED;
        };
    }

    /**
     * Whether the article may tell this day in another way: it says yesterday, or it names none and
     * was written on it.
     */
    private static boolean told(Match match, CalendarDay day) {
        return match.source().facts().days().stream().noneMatch(d -> d.kind() == day.kind())
                || match.lexicon().all(Kind.RELATIVE).stream()
                        .map(Stems::of)
                        .anyMatch(match.source()::has);
    }
}
