package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Calendars;
import org.dragoman.quality.fact.Quantities;
import org.dragoman.quality.fact.Quantity;

/**
 * Numbers, weekdays and months of a text. Immutable.
 *
 * @param quantities in order
 * @param mended those of a text whose numbers were torn apart, "3, 800", read as 3,800
 * @param days in order
 */
record Facts(List<Quantity> quantities, List<Quantity> mended, List<CalendarDay> days) {
    private static final Pattern TORN = Pattern.compile("(?<!\\d)(\\d{1,3})([,.]) (?=\\d)");

    Facts {
        quantities = List.copyOf(quantities);
        mended = List.copyOf(mended);
        days = List.copyOf(days);
    }

    static Facts of(String text, LanguageTag language) {
        Matcher torn = TORN.matcher(text);
        // What is mended keeps its length, so that spans stay true to a unit.
        List<Quantity> mended =
                torn.find() ? Quantities.in(torn.replaceAll(" $1$2"), language) : List.of();
        return new Facts(Quantities.in(text, language), mended, Calendars.in(text, language));
    }

    /** These and those of another text. */
    Facts with(Facts other) {
        return new Facts(
                joined(quantities, other.quantities),
                joined(mended, other.mended),
                joined(days, other.days));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    /** Every reading of every number. */
    Stream<Quantity> numbers() {
        return Stream.concat(quantities.stream(), mended.stream());
    }
}
