package org.dragoman.quality.fact;

import java.util.Objects;
import org.dragoman.text.Span;

/**
 * A day of the week or a month a text names. Immutable.
 *
 * @param number 1 Monday to 7 Sunday, or 1 January to 12 December
 * @param evidence {@link Evidence#WEAK} when the word often means something else: may, среда
 */
public record CalendarDay(Span span, Kind kind, int number, Evidence evidence) {
    /** What is named. */
    public enum Kind {
        WEEKDAY,
        MONTH
    }

    public CalendarDay {
        Objects.requireNonNull(span);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(evidence);
    }

    /** Whether both name the same day or month. */
    public boolean same(CalendarDay other) {
        return kind == other.kind && number == other.number;
    }
}
