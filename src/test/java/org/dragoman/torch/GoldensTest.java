package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Hypothesis;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code generate()} of transformers gave for tiny models, in fp32. {@code
 * -Ddragoman.goldens=DIR} takes them from another folder.
 */
class GoldensTest {
    private static final Offset<Float> CLOSE = within(1e-4f);
    private final Decoding decoding = new Decoding(8);

    static List<Golden> models() {
        return Golden.writing();
    }

    @Test
    void thereAreModels() {
        assertThat(models()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRowAloneGivesWhatTransformersGave(Golden golden) {
        try (SequenceModel model = load(golden)) {
            for (Case one : cases(golden)) {
                for (int row = 0; row < one.inputs().size(); row++) {
                    List<int[]> input = one.inputs().subList(row, row + 1);
                    one.check(row, search(model, input, one.options()).get(0));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyRowGivesTheSameInABatchOfManyLengths(Golden golden) {
        Map<SearchOptions, List<Case>> alike = new LinkedHashMap<>();
        List<Case> cases = cases(golden);
        cases.forEach(
                one -> alike.computeIfAbsent(one.options(), any -> new ArrayList<>()).add(one));
        // Rows of other cases make every batch one of many rows.
        List<int[]> others = cases.stream().limit(5).flatMap(one -> one.inputs().stream()).toList();
        try (SequenceModel model = load(golden)) {
            alike.forEach(
                    (options, same) -> {
                        List<int[]> batch = new ArrayList<>(others);
                        same.forEach(one -> batch.addAll(one.inputs()));
                        List<List<Hypothesis>> found = search(model, batch, options);
                        int next = others.size();
                        for (Case one : same) {
                            for (int row = 0; row < one.inputs().size(); row++) {
                                one.check(row, found.get(next++));
                            }
                        }
                    });
        }
    }

    private static SequenceModel load(Golden golden) {
        return TransformerModel.load(golden.directory(), Precision.FP32);
    }

    private List<List<Hypothesis>> search(
            SequenceModel model, List<int[]> inputs, SearchOptions options) {
        int[] start = {options.ids().start().orElseThrow()};
        List<Prompt> prompts =
                inputs.stream().map(input -> new Prompt(input, start, new int[0])).toList();
        return decoding.search(model, prompts, options, row -> true);
    }

    private static List<Case> cases(Golden golden) {
        GenerationConfig config = GenerationConfig.read(golden.directory());
        List<Case> cases = new ArrayList<>();
        for (JsonNode one : golden.root().path("cases")) {
            cases.add(
                    new Case(
                            one.path("name").asText(),
                            ids(one.path("inputs")),
                            config.with(one.path("options")).search(),
                            ids(one.path("outputs")),
                            Golden.floats(one.path("sequences_scores"))));
        }
        assertThat(cases).isNotEmpty();
        return cases;
    }

    private static List<int[]> ids(JsonNode rows) {
        List<int[]> ids = new ArrayList<>();
        rows.forEach(row -> ids.add(Golden.ints(row)));
        return ids;
    }

    /** Outputs begin with the start token and hold the end where there is one. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Case(
            String name,
            List<int[]> inputs,
            SearchOptions options,
            List<int[]> outputs,
            float[] scores) {

        void check(int row, List<Hypothesis> found) {
            int answers = options.beam().answers();
            assertThat(found).as(name).hasSize(answers);
            for (int i = 0; i < answers; i++) {
                int[] output = outputs.get(row * answers + i);
                boolean ended = options.ids().ends().contains(output[output.length - 1]);
                int[] expected = Arrays.copyOfRange(output, 1, output.length - (ended ? 1 : 0));
                assertThat(found.get(i).ids()).as(name).isEqualTo(expected);
                assertThat(found.get(i).finished()).as(name).isEqualTo(ended);
                checkScore(found.get(i), row * answers + i);
            }
        }

        private void checkScore(Hypothesis found, int place) {
            if (scores.length > 0) {
                assertThat(found.score()).as(name).isCloseTo(scores[place], CLOSE);
                assertThat(IntStream.range(0, found.tokenScores().length).count())
                        .isEqualTo(found.ids().length + (found.finished() ? 1 : 0));
            }
        }
    }
}
