package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An encoder is run in crossings, between which its batch can be left. */
class EncodingTest {
    private static final PackedSources SOURCES =
            PackedSources.of(
                    List.of(Prompt.of(new int[] {3, 7, 20, 5, 2}), Prompt.of(new int[] {9, 2})));

    @ParameterizedTest
    @ValueSource(strings = {"marian", "bart", "pegasus", "m2m100"})
    void theLayersGiveTheSameHoweverTheyAreDivided(String name) {
        Golden golden = Golden.of(name);
        TransformerConfig config =
                TransformerConfig.read(golden.directory().resolve("config.json"));
        int layers = config.sizes().encoder().layers();
        assertThat(layers).isGreaterThan(1);
        try (Checkpoint file = Checkpoint.open(golden.directory());
                TorchScript script =
                        TransformerWeights.load(file, config, Precision.FP32).script();
                NativeCall call = new NativeCall()) {
            IValue whole = encode(script, call, 0, layers, entered(script, call));
            IValue parts = entered(script, call);
            for (int layer = 0; layer < layers; layer++) {
                parts = encode(script, call, layer, 1, parts);
            }
            float[] ran =
                    call.floats(
                            new Encoding(script, layers)
                                    .run(call, SOURCES, () -> true)
                                    .orElseThrow());
            assertThat(ran).isEqualTo(call.floats(whole)).isEqualTo(call.floats(parts));
        }
    }

    private static IValue entered(TorchScript script, NativeCall call) {
        return script.run(call, "enter_source", SOURCES.ids(call), SOURCES.places(call));
    }

    private static IValue encode(
            TorchScript script, NativeCall call, int first, int count, IValue x) {
        return script.run(
                call,
                "encode",
                x,
                SOURCES.sizes(call),
                SOURCES.times(call),
                call.number((long) first),
                call.number((long) count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"marian", "t5"})
    void aBatchNobodyWaitsForIsGivenUpInTheMiddleAndLeavesNothing(String name) {
        try (SequenceModel model =
                TransformerModel.load(Golden.of(name).directory(), Precision.FP32)) {
            long open = NativeHandles.open();
            AtomicInteger asked = new AtomicInteger();
            Optional<?> decoder =
                    model.start(
                            SOURCES.rows().stream()
                                    .map(row -> new Prompt(row.source(), new int[] {0}, new int[0]))
                                    .toList(),
                            Scoring.raw(1),
                            () -> asked.incrementAndGet() < 2);
            assertThat(decoder).isEmpty();
            assertThat(asked).hasValue(2);
            assertThat(NativeHandles.open()).isEqualTo(open);
        }
    }
}
