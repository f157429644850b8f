package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * T5 gives the numbers of transformers, alone and in any batch; see {@link TransformerProbeTest}.
 */
class T5ModelTest {
    private static final Offset<Float> CLOSE = within(1e-4f);
    private static final int START = 0;
    private static final int END = 1;

    /** New ids of the goldens' {@code max_length}. */
    private static final int LONGEST = 23;

    private static final Path OTHERS = Path.of("src/test/resources/torch");

    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5", "t5-gated"})
    void theEncoderGivesWhatTransformersGave(String name) {
        Golden golden = Golden.of(name);
        T5Config config = T5Config.of(ConfigFile.read(golden.directory().resolve("config.json")));
        try (Checkpoint file = Checkpoint.open(golden.directory());
                TorchScript script = T5Weights.load(file, config, Precision.FP32, 64).script();
                NativeCall call = new NativeCall()) {
            Encoding encoding = new Encoding(script, config.sizes().encoders());
            EncoderProbe.of(golden).holdsFor(encoding, call, config.sizes().width());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t5", "t5-gated"})
    void plainGreedySearchWritesWhatTransformersWrote(String name) {
        Golden golden = Golden.of(name);
        int cases = 0;
        try (SequenceModel model = TransformerModel.load(golden.directory(), Precision.FP32)) {
            for (JsonNode one : golden.root().path("cases")) {
                if (one.path("options").toString().equals("{\"num_beams\":1}")) {
                    List<Prompt> rows = new ArrayList<>();
                    one.path("inputs").forEach(row -> rows.add(prompt(Golden.ints(row))));
                    int[][] written = greedy(model, rows);
                    for (int i = 0; i < written.length; i++) {
                        int[] expected = Golden.ints(one.path("outputs").get(i));
                        assertThat(written[i])
                                .isEqualTo(Arrays.copyOfRange(expected, 1, expected.length));
                    }
                    cases++;
                }
            }
        }
        assertThat(cases).isPositive();
    }

    /** Three encoder layers over one of the decoder, the reverse, and an activation of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"mt5-deep-encoder", "t5-deep-decoder", "t5-silu"})
    void unevenSidesAndLongRowsGiveWhatTransformersGave(String name) throws IOException {
        Path directory = OTHERS.resolve(name);
        JsonNode goldens = JsonValues.read(directory.resolve("goldens.json"));
        try (SequenceModel model = TransformerModel.load(directory, Precision.FP32)) {
            for (JsonNode one : goldens.path("cases")) {
                int[] source = Golden.ints(one.path("input"));
                int[] target = Golden.ints(one.path("decoder_input"));
                float[] expected = Golden.floats(one.path("last_logits"));
                for (int prompt : List.of(1, target.length / 2, target.length)) {
                    assertThat(TransformerProbeTest.scores(model, source, target, prompt))
                            .containsExactly(expected, CLOSE);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aRowAloneIsTheRowOfAnyBatch(Precision precision) {
        Random random = new Random(3);
        try (SequenceModel model = TransformerModel.load(gated(), precision)) {
            for (int i = 0; i < Integer.getInteger("dragoman.cases", 500) / 25; i++) {
                List<Prompt> rows = new ArrayList<>();
                for (int row = 0; row < 6; row++) {
                    rows.add(prompt(random.ints(1 + random.nextInt(20), 2, 72).toArray()));
                }
                int[][] together = greedy(model, rows);
                int one = random.nextInt(rows.size());
                assertThat(greedy(model, rows.subList(one, one + 1))[0]).isEqualTo(together[one]);
                assertThat(steps(model, rows.get(one))).isEqualTo(together[one]);
            }
        }
    }

    @Test
    void fewerBitsTakeLessMemoryAndMostlyWriteTheSame() {
        List<Prompt> rows = new ArrayList<>();
        Golden.of("t5-gated")
                .root()
                .path("cases")
                .forEach(one -> rows.add(prompt(Golden.ints(one.path("inputs").get(0)))));
        try (SequenceModel exact = TransformerModel.load(gated(), Precision.FP32);
                SequenceModel half = TransformerModel.load(gated(), Precision.BF16);
                SequenceModel eight = TransformerModel.load(gated(), Precision.INT8)) {
            assertThat(half.limits().nativeBytes()).isLessThan(exact.limits().nativeBytes());
            assertThat(eight.limits().nativeBytes()).isLessThan(half.limits().nativeBytes());
            int[][] written = greedy(exact, rows);
            assertThat(equalFirstHalves(written, greedy(half, rows))).isGreaterThan(0.8);
            assertThat(equalFirstHalves(written, greedy(eight, rows))).isGreaterThan(0.5);
        }
    }

    private static Path gated() {
        return Golden.of("t5-gated").directory();
    }

    private static Prompt prompt(int[] source) {
        return new Prompt(source, new int[] {START}, new int[0]);
    }

    private static double equalFirstHalves(int[][] one, int[][] other) {
        long equal =
                IntStream.range(0, one.length)
                        .filter(
                                i ->
                                        Arrays.equals(
                                                Arrays.copyOf(one[i], 8),
                                                Arrays.copyOf(other[i], 8)))
                        .count();
        return (double) equal / one.length;
    }

    /** Ids of each row, the end included where it came. */
    private static int[][] greedy(SequenceModel model, List<Prompt> rows) {
        int[][] written = new int[rows.size()][0];
        int[] going = IntStream.range(0, written.length).toArray();
        int[] parents = going;
        int[] tokens = {};
        try (Decoder decoder = model.start(rows, Scoring.raw(END))) {
            for (int left = LONGEST; left > 0 && going.length > 0; left -= 8) {
                int[][] more = decoder.advance(parents, tokens, Math.min(8, left)).tokens();
                for (int i = 0; i < going.length; i++) {
                    int[] before = written[going[i]];
                    written[going[i]] =
                            IntStream.concat(Arrays.stream(before), Arrays.stream(more[i]))
                                    .toArray();
                }
                int[] all = going;
                parents =
                        IntStream.range(0, all.length)
                                .filter(i -> last(written[all[i]]) != END)
                                .toArray();
                going = Arrays.stream(parents).map(i -> all[i]).toArray();
                tokens = Arrays.stream(going).map(row -> last(written[row])).toArray();
            }
        }
        return written;
    }

    /** The same of one row by steps with scores. */
    private static int[] steps(SequenceModel model, Prompt row) {
        List<Integer> written = new ArrayList<>();
        int[] token = {};
        try (Decoder decoder = model.start(List.of(row), Scoring.raw(END))) {
            do {
                Step step = decoder.step(new StepRequest(new int[1], token, Edits.NONE, 1));
                token = step.tokens()[0];
                written.add(token[0]);
            } while (written.size() < LONGEST && token[0] != END);
        }
        return written.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int last(int[] ids) {
        return ids[ids.length - 1];
    }
}
