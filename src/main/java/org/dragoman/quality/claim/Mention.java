package org.dragoman.quality.claim;

import java.util.Set;
import org.dragoman.quality.fact.CalendarDay;
import org.dragoman.quality.fact.Quantity;
import org.dragoman.text.Finding.Kind;

/** Words of a line that mean one thing which a model may put in the place of another. */
sealed interface Mention {
    /** Index of its first word in its line. */
    int from();

    /** Index after its last word. */
    int to();

    /** What it is called when another stands in its place. */
    Kind changed();

    /** Somebody or something by name. */
    record Name(int from, int to, Set<String> stems) implements Mention {
        public Name {
            stems = Set.copyOf(stems);
        }

        boolean shares(Name other) {
            return stems.stream().anyMatch(other.stems::contains);
        }

        @Override
        public Kind changed() {
            return Kind.NAME_CHANGED;
        }
    }

    /** A number. */
    record Amount(int from, int to, Quantity quantity) implements Mention {
        @Override
        public Kind changed() {
            return Kind.NUMBER_CHANGED;
        }
    }

    /** A weekday or a month. */
    record Day(int from, int to, CalendarDay day) implements Mention {
        @Override
        public Kind changed() {
            return switch (day.kind()) {
                case WEEKDAY -> Kind.WEEKDAY_CHANGED;
                case MONTH -> Kind.MONTH_CHANGED;
            };
        }
    }
}
