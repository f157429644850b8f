package org.dragoman.quality.fact;

/** What a quantity counts or names, as far as the signs around it tell. */
public enum Measure {
    /** A plain number: how many, how much of a unit, a score. */
    COUNT,
    /** So many of a hundred; the value is 20 for 20%. */
    PERCENT,
    /** An amount of money; the unit is its ISO 4217 code when a sign or a word tells it. */
    MONEY,
    /** Four digits from 1000 to 2099 with nothing around them: most likely a year. */
    YEAR,
    /** A time of day; the value is minutes after midnight. */
    TIME,
    /** A place in a row: 1st, 3.º, fifth. */
    ORDINAL,
    /** Part of a name: COVID-19, G20, A380. */
    LABEL
}
