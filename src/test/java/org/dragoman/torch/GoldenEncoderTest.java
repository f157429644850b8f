package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.dragoman.torch.Golden.floats;
import static org.dragoman.torch.Golden.ints;
import static org.dragoman.torch.JsonValues.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;

/** The encoder among the golden folders gives what transformers gave. */
class GoldenEncoderTest {
    private static final Golden GOLDEN = Golden.of("bert");
    private static final Path FOLDER = GOLDEN.directory();

    @Test
    void sentencesGetTheVectorsOfTheReference() throws IOException {
        try (SentenceEncoder encoder = SentenceEncoder.load(FOLDER, Precision.FP32, Set.of())) {
            List<JsonNode> cases = list(GOLDEN.root().get("cases"));
            assertThat(cases).isNotEmpty();
            for (JsonNode golden : cases) {
                List<Tokens> rows =
                        list(golden.get("inputs")).stream()
                                .map(row -> new Tokens(ints(row), List.of()))
                                .toList();
                float[][] vectors = encoder.embed(rows);
                for (int i = 0; i < vectors.length; i++) {
                    assertThat(vectors[i])
                            .containsExactly(
                                    floats(golden.get("embeddings").get(i)), within(1e-5f));
                }
            }
        }
    }

    @Test
    void theLastLayerIsThatOfTheReference() throws IOException {
        BertConfig config = BertConfig.read(FOLDER.resolve("config.json"));
        try (Checkpoint file = Checkpoint.open(FOLDER);
                TorchScript script =
                        BertWeights.load(file, config, new Pooling(false, 32), Precision.FP32)
                                .script()) {
            for (JsonNode golden : GOLDEN.root().get("cases")) {
                float[] hidden = hidden(script, ints(golden.get("inputs").get(0)));
                assertThat(Arrays.copyOf(hidden, config.sizes().width()))
                        .containsExactly(floats(golden.get("first_hidden")), within(1e-4f));
            }
        }
    }

    private static float[] hidden(TorchScript script, int[] ids) {
        PackedSources row = PackedSources.of(List.of(Prompt.of(ids)));
        try (NativeCall call = new NativeCall()) {
            return call.floats(
                    script.run(
                            call,
                            "encode",
                            row.ids(call),
                            row.places(call),
                            row.sizes(call),
                            row.times(call)));
        }
    }
}
