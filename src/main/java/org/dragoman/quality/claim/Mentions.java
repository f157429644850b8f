package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dragoman.quality.claim.Mention.Amount;
import org.dragoman.quality.claim.Mention.Day;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Span;

/** Finds names, numbers and days in lines. Immutable. */
final class Mentions {
    private final Names names;

    Mentions(Names names) {
        this.names = names;
    }

    /** Those of each line of one text, whose facts are {@code facts}. */
    List<List<Mention>> in(List<Line> lines, Facts facts) {
        List<List<Mention>> all = new ArrayList<>();
        List<Span> quantitySpans = facts.quantities().stream().map(Quantity::span).toList();
        List<Span> daySpans = facts.days().stream().map(CalendarDay::span).toList();
        int quantity = 0;
        int day = 0;
        for (Line line : lines) {
            int end = line.size() == 0 ? 0 : line.word(line.size() - 1).span().end();
            int quantities = until(quantitySpans, quantity, end);
            int days = until(daySpans, day, end);
            all.add(
                    in(
                            line,
                            facts.quantities().subList(quantity, quantities),
                            facts.days().subList(day, days)));
            quantity = quantities;
            day = days;
        }
        return List.copyOf(all);
    }

    private static int until(List<Span> spans, int from, int end) {
        int index = from;
        while (index < spans.size() && spans.get(index).start() < end) {
            index++;
        }
        return index;
    }

    /** Those of a claim, in order. */
    List<Mention> in(Line claim, Facts facts) {
        return in(claim, facts.quantities(), facts.days());
    }

    private List<Mention> in(Line line, List<Quantity> quantities, List<CalendarDay> days) {
        List<Mention> mentions = new ArrayList<>();
        for (Quantity quantity : quantities) {
            int from = line.at(quantity.span().start());
            int to = Math.max(from + 1, line.at(quantity.span().end() - 1) + 1);
            if (quantity.evidence() != Evidence.WEAK && to <= line.size()) {
                mentions.add(new Amount(from, to, quantity));
            }
        }
        for (CalendarDay day : days) {
            int at = line.at(day.span().start());
            if (day.evidence() != Evidence.WEAK && at < line.size()) {
                mentions.add(new Day(at, at + 1, day));
            }
        }
        for (Name name : names.in(line)) {
            if (mentions.stream().noneMatch(m -> m.from() < name.to() && name.from() < m.to())) {
                mentions.add(name);
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::from));
        return List.copyOf(mentions);
    }

    static List<Name> names(List<Mention> mentions) {
        return mentions.stream().filter(Name.class::isInstance).map(Name.class::cast).toList();
    }
}
