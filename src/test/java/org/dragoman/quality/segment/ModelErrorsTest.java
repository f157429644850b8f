package org.dragoman.quality.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.junit.jupiter.api.Test;

/**
 * What the default models really made of sentences of our own, greedy and without any repair: fifty
 * wrong answers, and about as many right ones.
 */
class ModelErrorsTest {
    private final LanguageDetector detector = new LanguageDetector();

    @Test
    void realErrorsAreCaught() {
        List<List<String>> errors = Table.read("model-errors.tsv");
        List<List<String>> missed =
                errors.stream().filter(row -> !told(row, row.get(3), row.get(4))).toList();

        assertThat(errors).hasSize(50);
        assertThat(missed).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void rightAnswersAreLeftAlone() {
        List<List<String>> answers = Table.read("model-answers.tsv");
        List<List<String>> alarms =
                answers.stream().filter(row -> told(row, row.get(2), row.get(3))).toList();

        assertThat(answers).hasSizeGreaterThan(50);
        assertThat(alarms).hasSizeLessThanOrEqualTo(1);
    }

    private boolean told(List<String> row, String source, String target) {
        return SegmentGuard.of(new LanguageTag(row.get(0)), new LanguageTag(row.get(1)), detector)
                .check(source, target)
                .stream()
                .anyMatch(finding -> finding.severity() != Finding.Severity.INFO);
    }
}
