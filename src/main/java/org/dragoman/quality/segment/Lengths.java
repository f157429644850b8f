package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/** A target much shorter or longer than translations between the two languages are. */
final class Lengths implements Rule {
    /** Shorter sources vary too much. */
    private static final int FEWEST = 12;

    /** Of translations of a hundred letters, one in a few hundred lies beyond. */
    private static final double SHORTEST = 0.6;

    private static final double LONGEST = 1.75;

    /** How much wider the bounds are for a source of so many letters. */
    private static final double LEEWAY = 8;

    @Override
    public List<Finding> check(Side source, Side target) {
        double letters = source.letters() / source.tongue().length();
        if (letters < FEWEST) {
            return List.of();
        }
        double ratio = ratio(source, target);
        double leeway = 1 + LEEWAY / letters;
        if (ratio < SHORTEST / leeway) {
            return List.of(finding(Kind.TOO_SHORT, source, target));
        }
        return ratio > LONGEST * leeway * leeway
                ? List.of(finding(Kind.TOO_LONG, source, target))
                : List.of();
    }

    /** The target's length as a multiple of what is usual. */
    static double ratio(Side source, Side target) {
        return target.letters()
                / target.tongue().length()
                / (source.letters() / source.tongue().length());
    }

    private static Finding finding(Kind kind, Side source, Side target) {
        return new Finding(kind, Severity.WARNING, source.whole(), target.whole());
    }
}
