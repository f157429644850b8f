package org.dragoman.quality.fact;

/**
 * What a name in a calendar means.
 *
 * @param certainty what it takes to be sure that the word is this name
 */
record CalendarName(CalendarDay.Kind kind, int number, Certainty certainty) {
    /** What it takes. */
    enum Certainty {
        /** The word alone. */
        ALONE,
        /** A capital inside a sentence, or a figure beside it. */
        CAPITAL,
        /** A figure beside it: the word is shortened. */
        FIGURE
    }
}
