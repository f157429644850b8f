package org.dragoman.quality.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.junit.jupiter.api.Test;

class QualityFigureTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final List<Finding> NOTHING = List.of();
    private static final float[] SURE = logs(0.999, 0.98, 1, 0.995, 0.97, 1, 0.999, 0.99);
    private static final float[] TORN = logs(0.4, 0.7, 0.3, 0.55, 0.6, 0.35, 0.8, 0.5);

    private static float[] logs(double... probabilities) {
        float[] scores = new float[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.log(probabilities[i]);
        }
        return scores;
    }

    private static double figure(List<Finding> findings, float[]... models) {
        return QualityFigure.of(List.of(models), findings).orElseThrow();
    }

    private static List<Finding> found(int severe, int warnings, int remarks) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(Collections.nCopies(severe, finding(Severity.SEVERE)));
        findings.addAll(Collections.nCopies(warnings, finding(Severity.WARNING)));
        findings.addAll(Collections.nCopies(remarks, finding(Severity.INFO)));
        return findings;
    }

    private static Finding finding(Severity severity) {
        return new Finding(Kind.UNFINISHED, severity, null, null);
    }

    @Test
    void whatAModelWasSureOfIsBetterThanWhatItWasTornAbout() {
        assertThat(figure(NOTHING, SURE)).isBetween(0.7, 0.84);
        assertThat(figure(NOTHING, TORN)).isBetween(0.15, 0.4);
    }

    @Test
    void ofAWordOrTwoLittleIsSaid() {
        assertThat(figure(NOTHING, logs(0.3, 0.6))).isGreaterThan(figure(NOTHING, TORN) + 0.1);
        assertThat(figure(NOTHING, logs(1, 1))).isLessThan(figure(NOTHING, SURE));
    }

    @Test
    void aModelThatNeverGivesMoreThanNineTenthsIsNoWorseForThat() {
        float[] smoothed = SURE.clone();
        for (int i = 0; i < smoothed.length; i++) {
            smoothed[i] += (float) Math.log(0.9);
        }
        assertThat(figure(NOTHING, smoothed)).isEqualTo(figure(NOTHING, SURE));
    }

    @Test
    void theDoubtsOfAWayOverAPivotAddUp() {
        double one = figure(NOTHING, SURE);
        double both = figure(NOTHING, SURE, TORN);
        assertThat(figure(NOTHING, SURE, SURE)).isLessThan(one);
        assertThat(both).isLessThan(figure(NOTHING, TORN));
        assertThat(figure(NOTHING, TORN, SURE)).isEqualTo(both);
        assertThat(figure(NOTHING, TORN, TORN)).isBetween(0.0, both);
    }

    @Test
    void aModelThatWasNotAskedDoesNotCount() {
        float[] none = {};
        assertThat(figure(NOTHING, SURE, none)).isEqualTo(figure(NOTHING, SURE));
        assertThat(QualityFigure.of(List.of(), NOTHING)).isEmpty();
        assertThat(QualityFigure.of(List.of(none, none), found(1, 0, 0))).isEmpty();
    }

    @Test
    void aSevereFindingOutweighsAnyDoubt() {
        double severe = figure(found(1, 0, 0), SURE);
        assertThat(severe).isBetween(0.3, 0.42);
        assertThat(figure(found(3, 0, 0), SURE)).isEqualTo(severe);
        assertThat(figure(found(1, 1, 0), SURE)).isLessThan(severe);
        assertThat(figure(found(1, 0, 0), TORN)).isLessThan(severe);
    }

    @Test
    void warningsCostALittleEachAndRemarksNothing() {
        double clean = figure(NOTHING, SURE);
        assertThat(figure(found(0, 0, 5), SURE)).isEqualTo(clean);
        double one = figure(found(0, 1, 0), SURE);
        assertThat(one).isBetween(0.85 * clean, 0.95 * clean);
        assertThat(figure(found(0, 2, 0), SURE)).isLessThan(one);
        assertThat(figure(found(0, 9, 0), SURE)).isEqualTo(figure(found(0, 3, 0), SURE));
        assertThat(figure(found(0, 9, 0), SURE)).isGreaterThan(figure(found(1, 0, 0), SURE));
    }

    @Test
    void whatIsKeptInTheSourcesLanguageIsWorthNothing() {
        assertThat(QualityFigure.kept()).hasValue(0);
    }

    @Test
    void theFigureIsAlwaysOneAndFallsWithDoubt() {
        Random random = new Random(6);
        for (int i = 0; i < CASES; i++) {
            float[] scores = new float[1 + random.nextInt(60)];
            for (int at = 0; at < scores.length; at++) {
                scores[at] = (float) -Math.abs(random.nextGaussian() * random.nextInt(4));
            }
            scores[0] = 0;
            double figure = figure(NOTHING, scores);
            assertThat(figure).isBetween(0.0, 1.0);
            float[] less = scores.clone();
            less[random.nextInt(less.length)] = random.nextBoolean() ? Float.NaN : -40;
            assertThat(figure(NOTHING, less)).isLessThanOrEqualTo(figure);
            float[] shuffled = scores.clone();
            Arrays.sort(shuffled);
            assertThat(figure(NOTHING, shuffled)).isEqualTo(figure);
        }
    }

    @Test
    void impossibleScoresMakeNoImpossibleFigure() {
        float[] odd = {Float.NaN, Float.NEGATIVE_INFINITY, 1e-6f, 0};
        assertThat(figure(NOTHING, odd)).isBetween(0.0, 0.84);
    }
}
