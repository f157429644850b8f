package org.dragoman.quality.claim;

import org.dragoman.quality.claim.Word.Mark;

/** Tells what the characters between two words are. */
final class Marks {
    private static final String STOPS = ".;:—–()[]{}!?/|…。！？；：";
    private static final String COMMAS = ",،、，";
    private static final String HYPHENS = "-‐‑";

    private static final String QUOTES = "\"“”«»„`「」『』‘’'";

    private Marks() {}

    /** The strongest mark in {@code text} from {@code start} to {@code end}. */
    static Mark strongest(String text, int start, int end) {
        Mark strongest = Mark.NONE;
        for (int at = start; at < end; at++) {
            Mark mark = of(text.charAt(at), at + 1 < end ? text.charAt(at + 1) : ' ');
            strongest = mark.compareTo(strongest) > 0 ? mark : strongest;
        }
        return strongest;
    }

    private static Mark of(char unit, char next) {
        if (HYPHENS.indexOf(unit) >= 0) {
            return next == unit ? Mark.STOP : Mark.HYPHEN;
        }
        if (COMMAS.indexOf(unit) >= 0) {
            return Mark.COMMA;
        }
        if (STOPS.indexOf(unit) >= 0) {
            return Mark.STOP;
        }
        return QUOTES.indexOf(unit) >= 0 ? Mark.QUOTE : Mark.NONE;
    }
}
