package org.dragoman.quality.figure;

import java.util.List;
import java.util.OptionalDouble;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;

/**
 * How good a translated segment is likely to be, from 0 to 1: the chrF (Popović 2015; chrF2 as
 * sacreBLEU computes it, over 100) it would be expected to have against a translation by a human,
 * told from how sure the models were while they wrote, and lowered by what was found in it.
 *
 * <p>Expected chrF falls by a straight line of the models' doubt. The line was fitted to the odd
 * lines of FLORES dev with the default models from English to Portuguese and back; on the even ones
 * the rank correlation of the figure with chrF (Spearman) is 0.34 and 0.41, and the mean chrF of a
 * tenth of the segments is off from the figure's mean by 0.02. One segment's chrF is mostly a
 * matter of how else it might have been said, so the figure says which segments to look at first,
 * and how good a text is; with other models it ranks, and has not been calibrated.
 */
public final class QualityFigure {
    /** What is expected of segments without doubt. */
    private static final double SURE = 0.84;

    /** What a whole bit of doubt a piece takes from that. */
    private static final double PER_BIT = 0.74;

    /**
     * A segment that says what its source does not is worse than one a model was unsure of: half of
     * what is expected of the best is less than what is expected of the most doubtful.
     */
    private static final double SEVERE = 0.5;

    private static final double WARNING = 0.9;
    private static final int MOST_WARNINGS = 3;
    private static final double STEPS = 1000;

    private QualityFigure() {}

    /**
     * The figure of a segment, in thousandths; nothing where no model was asked, as for a number,
     * or none tells how sure it was.
     *
     * @param scores log-probabilities of the ids that were chosen, all of a model in one array, in
     *     whatever pieces it was given the segment; an array for each model the segment went
     *     through, whose doubts add up; empty where one was not asked or does not tell
     * @param findings what was found in it: a severe one halves the figure, up to three warnings
     *     take a tenth each
     */
    public static OptionalDouble of(List<float[]> scores, List<Finding> findings) {
        if (scores.stream().allMatch(model -> model.length == 0)) {
            return OptionalDouble.empty();
        }
        double doubt =
                scores.stream().filter(model -> model.length > 0).mapToDouble(Doubt::of).sum();
        double expected = Math.max(0, SURE - PER_BIT * doubt) * lowered(findings);
        return OptionalDouble.of(Math.round(expected * STEPS) / STEPS);
    }

    /**
     * The figure of a segment in whose place the source stands: a reader of the target language is
     * given nothing.
     */
    public static OptionalDouble kept() {
        return OptionalDouble.of(0);
    }

    private static double lowered(List<Finding> findings) {
        long warnings = Math.min(MOST_WARNINGS, count(findings, Severity.WARNING));
        double severe = count(findings, Severity.SEVERE) > 0 ? SEVERE : 1;
        return severe * Math.pow(WARNING, (double) warnings);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
