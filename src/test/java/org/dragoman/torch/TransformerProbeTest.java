package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are those of transformers, inside the encoder and at every step of the decoder. */
class TransformerProbeTest {

    private static final Offset<Float> CLOSE = within(1e-4f);

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
    @ValueSource(strings = {"marian", "bart", "mbart", "pegasus", "m2m100"})
    void theEncoderGivesWhatTransformersGave(String model) {
        Golden golden = Golden.of(model);
        TransformerConfig config =
                TransformerConfig.read(golden.directory().resolve("config.json"));
        try (Checkpoint file = Checkpoint.open(golden.directory());
                TorchScript script =
                        TransformerWeights.load(file, config, Precision.FP32).script();
                NativeCall call = new NativeCall()) {
            Encoding encoding = new Encoding(script, config.sizes().encoder().layers());
            EncoderProbe.of(golden).holdsFor(encoding, call, config.sizes().width());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marian", "bart", "mbart", "pegasus", "m2m100", "t5", "t5-gated"})
    void theDecoderGivesWhatTransformersGaveStepByStepAndAfterAWholePrompt(String model) {
        Golden golden = Golden.of(model);
        int[] source = Golden.ints(golden.probe("input"));
        int[] target = Golden.ints(golden.probe("decoder_input"));
        JsonNode logits = golden.probe("last_logits");
        try (SequenceModel loaded = TransformerModel.load(golden.directory(), Precision.FP32)) {
            for (int i = 0; i < logits.size(); i++) {
                float[] expected = Golden.floats(logits.get(i));
                int[] prefix = Arrays.copyOf(target, target.length - logits.size() + 1 + i);
                for (int prompt = 1; prompt <= prefix.length; prompt++) {
                    assertThat(scores(loaded, source, prefix, prompt))
                            .as("position %d after a prompt of %d", prefix.length, prompt)
                            .containsExactly(expected, CLOSE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"marian", "bart", "mbart", "pegasus", "m2m100", "t5", "t5-gated"})
    void theFirstScoresOfEveryCaseAreThoseOfTransformers(String model) {
        Golden golden = Golden.of(model);
        try (SequenceModel loaded = TransformerModel.load(golden.directory(), Precision.FP32)) {
            for (JsonNode one : golden.root().path("cases")) {
                int[] source = Golden.ints(one.path("inputs").get(0));
                int[] start = {Golden.ints(one.path("outputs").get(0))[0]};
                assertThat(scores(loaded, source, start, 1))
                        .containsExactly(Golden.floats(one.path("first_logits")), CLOSE);
            }
        }
    }

    /** Raw logits after a target of which the first ids are the prompt and the rest are steps. */
    static float[] scores(SequenceModel model, int[] source, int[] target, int prompt) {
        Prompt row = new Prompt(source, Arrays.copyOf(target, prompt), new int[0]);
        int all = model.limits().vocabulary();
        try (Decoder decoder = model.start(List.of(row), Scoring.raw(0))) {
            Step step = decoder.step(new StepRequest(new int[1], new int[0], Edits.NONE, all));
            for (int i = prompt; i < target.length; i++) {
                int[] token = {target[i]};
                step = decoder.step(new StepRequest(new int[1], token, Edits.NONE, all));
            }
            float[] scores = new float[all];
            Step last = step;
            IntStream.range(0, all).forEach(i -> scores[last.tokens()[0][i]] = last.scores()[0][i]);
            return scores;
        }
    }
}
