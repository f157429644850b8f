package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dragoman.TinyStudents;
import org.dragoman.TinyStudents.Shape;
import org.dragoman.model.Catalogue;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Prompt;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Students of known behaviour, from a directory of the store to text, as every model is run. */
class TinyStudentsTest {
    private static final List<String> SOURCES =
            List.of(
                    "Rain.",
                    "The minister said on Monday that the bridge, which was built in 1932, would be"
                            + " closed for two years while its cables are replaced.",
                    "Prices rose by 3.5% in March (from \u201clow\u201d levels).",
                    "O preço não subiu: está à espera.",
                    "Привет, мир! 中国。");

    @TempDir Path models;

    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.TINY,
                new Shape(512, 2048, 4, false, true, true),
                new Shape(384, 1536, 2, false, true, false));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aStudentAnswersThroughTheStoreAndThePool(Shape shape) throws IOException {
        TinyStudents.install(models.resolve("student"), "en", "de", shape);
        ModelStore store = new ModelStore(new Catalogue(List.of()), models, false, "none");
        for (Precision precision : List.of(Precision.INT8, Precision.FP32)) {
            try (ModelPool pool = pool(store, precision);
                    Lease lease = pool.lease("student")) {
                LoadedModel.Writing model = (LoadedModel.Writing) lease.model();
                List<String> answers = answers(model, SOURCES);
                assertThat(answers).isEqualTo(SOURCES.stream().map(expected(shape)).toList());
                for (int i = 0; i < SOURCES.size(); i++) {
                    assertThat(answers(model, SOURCES.subList(i, i + 1)))
                            .containsExactly(answers.get(i));
                }
            }
        }
    }

    private static UnaryOperator<String> expected(Shape shape) {
        return source -> shape.swaps() ? TinyStudents.answer(source) : source;
    }

    private static List<String> answers(LoadedModel.Writing model, List<String> sources) {
        List<Prompt> prompts =
                sources.stream()
                        .map(text -> model.tokenizer().encode(text, Direction.SOURCE).ids())
                        .map(Prompt::of)
                        .toList();
        return Stream.of(GreedySearch.run(model.model(), prompts, 8))
                .map(ids -> model.tokenizer().decode(ids))
                .toList();
    }

    private static ModelPool pool(ModelStore store, Precision precision) {
        return new ModelPool(
                store,
                List.of(new BergamotLoader()),
                Precisions.of(precision),
                256L << 20,
                Duration.ofSeconds(10));
    }
}
