package org.dragoman.quality.fact;

/** How sure it is that a stretch of text states a number; the surest first. */
public enum Evidence {
    /** Digits. */
    DIGITS,
    /** Words that mean nothing but a number. */
    WORDS,
    /** Words that often mean something else: one, second, half, the Roman numeral I. */
    WEAK
}
