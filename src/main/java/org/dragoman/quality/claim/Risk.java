package org.dragoman.quality.claim;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;

/**
 * Ranks claims by how likely it is that the article does not say them. Reasons to doubt are joined
 * as if they were independent (noisy or): each takes its share of what trust is left. The shares
 * are set by hand. A claim in its own words is doubted, but soon no more for the next of them: what
 * is not copied is not wrong for that. Pure.
 */
final class Risk {
    private static final double SEVERE = 0.9;
    private static final double WARNING = 0.25;

    private static final double OWN_WORDS = 0.3;
    private static final double FIRST_OWN_WORDS = 0.2;
    private static final double UNLIKE = 0.3;
    private static final double SPLICED = 0.5;

    private Risk() {}

    /**
     * 0 to 1.
     *
     * @param likeness cosine to the nearest sentence of the article; NaN when unknown
     */
    static double of(Match match, List<Finding> findings, double likeness) {
        List<Alignment> alignments = match.alignments();
        double own = 1 - (alignments.isEmpty() ? 0 : alignments.get(0).coverage());
        double unlike = Double.isNaN(likeness) ? own : 1 - likeness;
        double trust =
                (1 - OWN_WORDS * own)
                        * (1 - FIRST_OWN_WORDS * ramp(own, 0, 0.3))
                        * (1 - UNLIKE * ramp(unlike, 0.1, 0.4))
                        * (1 - SPLICED * Splice.of(match));
        for (Finding finding : findings) {
            trust *= 1 - share(finding.severity());
        }
        return Math.max(0, Math.min(1, 1 - trust));
    }

    private static double share(Severity severity) {
        return switch (severity) {
            case SEVERE -> SEVERE;
            case WARNING -> WARNING;
            case INFO -> 0;
        };
    }

    /** 0 up to {@code from}, 1 from {@code to} on, a straight line between. */
    static double ramp(double value, double from, double to) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }
}
