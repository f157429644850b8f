package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Calendars;
import org.dragoman.quality.fact.Literal;
import org.dragoman.quality.fact.Literals;
import org.dragoman.quality.fact.Quantities;
import org.dragoman.quality.fact.Quantity;

/** One of the two texts with what it states, read once for all rules. Immutable. */
record Side(
        String text,
        Tongue tongue,
        List<Quantity> quantities,
        List<CalendarDay> days,
        List<Literal> literals) {

    static Side of(String text, Tongue tongue) {
        return new Side(
                text,
                tongue,
                Quantities.in(text, tongue.language()),
                Calendars.in(text, tongue.language()),
                Literals.in(text));
    }
}
