package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.MarianItems;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published architecture, with random weights, against its formulas in plain Java. */
class BergamotVariantsTest {

    private static final List<int[]> SOURCES = List.of(new int[] {5, 17, 40, 0}, new int[] {63, 0});

    @TempDir Path directory;

    /** All shapes in the deep gate; else few in which any two values of two settings meet. */
    static Stream<TinyBergamot> shapes() {
        boolean all = Integer.getInteger("dragoman.cases", 500) > 500;
        return all ? Variants.all().stream() : Variants.pairwise().stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theRuntimeWritesWhatTheFormulasSay(TinyBergamot tiny) throws IOException {
        MarianFile file = new MarianFile(tiny.write(directory.resolve("model.bin")));
        for (Precision precision : List.of(Precision.FP32, Precision.INT8)) {
            PlainBergamot plain = new PlainBergamot(file, tiny.width(), tiny.decoders(), precision);
            try (BergamotModel model = BergamotModel.load(file, null, precision)) {
                assertThat(model.limits().vocabulary()).isEqualTo(tiny.targetIds());
                int[][] answers = GreedySearch.run(model, prompts(), 8);
                for (int i = 0; i < answers.length; i++) {
                    int[] source = SOURCES.get(i);
                    assertEnds(source, answers[i]);
                    List<double[]> expected = plain.logits(source, answers[i]);
                    List<double[]> found = logits(model, source, answers[i]);
                    for (int place = 0; place < answers[i].length; place++) {
                        assertThat(furthest(expected.get(place), found.get(place)))
                                .as("%s of row %d at %d", precision, i, place)
                                .isLessThan(tolerance(precision, expected.get(place)));
                        assertThat(shortfall(expected.get(place), answers[i][place]))
                                .as("%s of row %d at %d", precision, i, place)
                                .isLessThanOrEqualTo(slack(precision, expected.get(place)));
                    }
                }
            }
        }
    }

    private static void assertEnds(int[] source, int[] answer) {
        int longest = BergamotModel.longest(source.length);
        assertThat(answer.length == longest || answer[answer.length - 1] == BergamotModel.EOS)
                .isTrue();
        assertThat(Arrays.copyOf(answer, answer.length - 1)).doesNotContain(BergamotModel.EOS);
    }

    /**
     * In int8 half of the logits' standard deviation. A sum that is rounded the other way moves an
     * input of the next matrix by a whole unit, and after eight layers or more two right
     * computations are as far from each other as each is from float: 0.4 at most was seen.
     */
    private static double tolerance(Precision precision, double[] logits) {
        return precision == Precision.FP32 ? 1e-4 : 0.5 * deviation(logits);
    }

    /** What the id chosen may lack to the best: nothing, or what both may be off. */
    private static double slack(Precision precision, double[] logits) {
        return precision == Precision.FP32 ? 0 : 2 * tolerance(precision, logits);
    }

    private static double shortfall(double[] logits, int id) {
        return DoubleStream.of(logits).max().orElseThrow() - logits[id];
    }

    private static double furthest(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .max()
                .orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return Math.sqrt(
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }

    /** What the runtime scores every id after each beginning of these. */
    private static List<double[]> logits(BergamotModel model, int[] source, int[] ids) {
        List<double[]> all = new ArrayList<>();
        int count = model.limits().vocabulary();
        Scoring scoring = Scoring.raw(BergamotModel.EOS);
        try (Decoder decoder = model.start(List.of(Prompt.of(source)), scoring)) {
            int[] before = {};
            for (int id : ids) {
                Step step = decoder.step(new StepRequest(new int[1], before, Edits.NONE, count));
                double[] logits = new double[count];
                for (int i = 0; i < count; i++) {
                    logits[step.tokens()[0][i]] = step.scores()[0][i];
                }
                all.add(logits);
                before = new int[] {id};
            }
        }
        return all;
    }

    @Test
    void theFewShapesHoldEveryPairOfValues() {
        Set<String> met = Variants.pairs(Variants.pairwise());
        assertThat(met).isEqualTo(Variants.pairs(Variants.all()));
        assertThat(Variants.all()).hasSize(96);
    }

    @Test
    void anOutputLayerInAnOrderThatNoModelShowsIsRefusedByName() throws IOException {
        MarianItems items = new MarianItems();
        items.architecture(tiny().architecture());
        items.integers("decoder_ff_logit_out_Wt", 1, 1, new byte[1], 1);
        Path path = items.write(directory.resolve("model.bin"));
        assertThatThrownBy(() -> BergamotModel.load(new MarianFile(path), null, Precision.INT8))
                .hasMessageContaining("decoder_ff_logit_out_Wt is not supported");
    }

    @ParameterizedTest
    @CsvSource({"INT8", "FP32"})
    void aRowChoosesFromItsOwnShortlistWhateverItsNeighboursHave(Precision precision)
            throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        MarianFile file = new MarianFile(tiny.write(directory.resolve("model.bin")));
        Path lists = tiny.writeShortlist(directory.resolve("lex.bin"));
        Shortlist shortlist = Shortlist.read(lists, tiny.targetIds());
        try (BergamotModel model = BergamotModel.load(file, lists, precision)) {
            int[][] together = GreedySearch.run(model, prompts(), 8);
            for (int i = 0; i < together.length; i++) {
                assertThat(GreedySearch.run(model, prompts().subList(i, i + 1), 8)[0])
                        .isEqualTo(together[i]);
                Columns own = Columns.of(prompts().subList(i, i + 1), shortlist, tiny.targetIds());
                assertThat(IntStream.of(together[i])).allMatch(id -> own.of(id) >= 0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dim-emb: 256, dim-emb: 768",
        "enc-depth: 6, enc-depth: 3",
        "dec-cell: ssru, dec-cell: gru1",
        "transformer-ffn-activation: relu, transformer-ffn-activation: gelu",
        "transformer-heads: 8, transformer-heads: 4"
    })
    void aSettingThatWasNotTriedIsRefusedByName(String known, String unknown) throws IOException {
        Path path = tiny().write(directory.resolve("model.bin"));
        String content = Files.readString(path, StandardCharsets.ISO_8859_1);
        assertThat(content).contains(known);
        Files.writeString(path, content.replace(known, unknown), StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BergamotModel.load(new MarianFile(path), null, Precision.INT8))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining("model.bin")
                .hasMessageContaining(unknown);
    }

    @Test
    void withoutVnniTheInputKeepsToSevenBits() throws IOException {
        Path old = Files.writeString(directory.resolve("old"), "flags\t: sse4_2 avx2 avx_vnni\n");
        Path recent = Files.writeString(directory.resolve("new"), "flags\t: avx2 avx512_vnni\n");
        assertThat(Processor.wide(old)).isFalse();
        assertThat(Processor.wide(recent)).isTrue();
        assertThat(Processor.wide(directory.resolve("none"))).isFalse();
    }

    private static TinyBergamot tiny() {
        return new TinyBergamot(256, 1536, 2, true, true);
    }

    private static List<Prompt> prompts() {
        return SOURCES.stream().map(Prompt::of).toList();
    }
}
