package org.dragoman.translation;

import java.util.List;
import java.util.OptionalDouble;
import org.dragoman.quality.figure.QualityFigure;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What can stand for a sentence, with what was found in it. Immutable.
 *
 * @param findings with spans in the sentence and in the text that stands for it
 */
record Checked(Rendering rendering, List<Finding> findings) {
    Checked {
        findings = List.copyOf(findings);
    }

    /** What nobody has to look at. */
    static Checked unseen(Rendering rendering) {
        return new Checked(rendering, List.of());
    }

    boolean severe() {
        return count(Severity.SEVERE) > 0;
    }

    /** Whether another try may be better. */
    boolean doubtful() {
        return severe() || count(Severity.WARNING) > 0;
    }

    /** Fewer severe findings; of as many, fewer warnings. */
    boolean betterThan(Checked other) {
        long severe = count(Severity.SEVERE) - other.count(Severity.SEVERE);
        return severe == 0 ? count(Severity.WARNING) < other.count(Severity.WARNING) : severe < 0;
    }

    /** The source in its place; what was found is told without a place in it. */
    Checked replacedBy(String source) {
        return new Checked(
                Rendering.kept(source),
                findings.stream()
                        .map(f -> new Finding(f.kind(), f.severity(), f.source(), null))
                        .toList());
    }

    /** Null when no model was asked, or none tells how sure it was. */
    @Nullable Double quality() {
        OptionalDouble figure =
                rendering.kept()
                        ? QualityFigure.kept()
                        : QualityFigure.of(rendering.scores(), findings);
        return figure.isPresent() ? figure.getAsDouble() : null;
    }

    private long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
