package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.quality.claim.Mention.Amount;
import org.dragoman.quality.claim.Mention.Day;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Evidence;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Span;

/** Finds names, numbers and days in lines. Immutable. */
final class Mentions {
    /** No sentence that people write is longer: its rest is left out. */
    private static final int MOST_WORDS = 400;

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
        BitSet taken = new BitSet();
        List<Mention> mentions = new ArrayList<>();
        Stream.concat(
                        quantities.stream().flatMap(quantity -> amount(line, quantity).stream()),
                        days.stream().flatMap(day -> day(line, day).stream()))
                .filter(mention -> mention.to() <= Math.min(line.size(), MOST_WORDS))
                .forEach(
                        mention -> {
                            taken.set(mention.from(), mention.to());
                            mentions.add(mention);
                        });
        for (Name name : names.in(line.first(MOST_WORDS))) {
            if (taken.get(name.from(), name.to()).isEmpty()) {
                mentions.add(name);
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::from));
        return List.copyOf(mentions);
    }

    private static Optional<Mention> amount(Line line, Quantity quantity) {
        int from = line.at(quantity.span().start());
        int to = Math.max(from + 1, line.before(quantity.span().end()));
        return quantity.evidence() == Evidence.WEAK
                ? Optional.empty()
                : Optional.of(new Amount(from, to, quantity));
    }

    private static Optional<Mention> day(Line line, CalendarDay day) {
        int at = line.at(day.span().start());
        return day.evidence() == Evidence.WEAK
                ? Optional.empty()
                : Optional.of(new Day(at, at + 1, day));
    }

    static List<Name> names(List<Mention> mentions) {
        return mentions.stream().filter(Name.class::isInstance).map(Name.class::cast).toList();
    }
}
