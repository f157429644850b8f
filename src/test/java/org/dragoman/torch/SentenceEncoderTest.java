package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.dragoman.TestModels;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Precision;
import org.dragoman.model.Tokenizer.Direction;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors are those of the reference, alone and in any batch, and nothing native stays open. */
class SentenceEncoderTest {
    private static final Path TINY = Path.of("src/test/resources/torch/bert");
    private static final Offset<Float> CLOSE = within(1e-5f);

    @TempDir Path folder;
    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    @Test
    void aTinyRandomModelGivesTheVectorsOfTransformers() throws IOException {
        try (SentenceEncoder encoder = tiny()) {
            for (JsonNode golden : json(TINY.resolve("goldens.json")).get("cases")) {
                List<Tokens> rows = new ArrayList<>();
                golden.get("inputs").forEach(row -> rows.add(tokens(ints(row))));
                float[][] vectors = encoder.embed(rows);
                for (int i = 0; i < rows.size(); i++) {
                    assertThat(vectors[i])
                            .containsExactly(floats(golden.get("embeddings").get(i)), CLOSE);
                }
            }
        }
    }

    @Test
    void miniLmGivesTheVectorsOfTheReferenceAloneAndInABatch() throws IOException {
        List<JsonNode> cases =
                StreamSupport.stream(
                                json(Path.of("src/test/resources/torch/minilm.json")).spliterator(),
                                false)
                        .toList();
        try (LoadedModel.Embedding model = miniLm()) {
            List<Tokens> rows =
                    cases.stream()
                            .map(one -> one.get("text").asText())
                            .map(text -> model.tokenizer().encode(text, Direction.SOURCE))
                            .toList();
            float[][] together = model.embedder().embed(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).ids()).isEqualTo(ints(cases.get(i).get("ids")));
                float[] expected = floats(cases.get(i).get("vector"));
                assertThat(Arrays.copyOf(together[i], expected.length))
                        .containsExactly(expected, CLOSE);
                float[] alone = model.embedder().embed(List.of(rows.get(i)))[0];
                assertThat(together[i]).containsExactly(alone, CLOSE);
            }
        }
    }

    @Test
    void theLoaderSaysWhatTheModelIs() {
        try (LoadedModel.Embedding model = miniLm()) {
            assertThat(model.precision()).isEqualTo(Precision.FP32);
            assertThat(model.embedder().longest()).isEqualTo(256);
            assertThat(model.embedder().languages()).containsExactly(LanguageTag.ENGLISH);
            assertThat(model.nativeBytes()).isBetween(80_000_000L, 95_000_000L);
        }
    }

    @Test
    void rowsThatCannotBeReadAreRefused() {
        try (SentenceEncoder encoder = tiny()) {
            assertThat(encoder.longest()).isEqualTo(32);
            for (int[] row : List.of(new int[0], new int[33], new int[] {90}, new int[] {-1})) {
                assertThatThrownBy(() -> encoder.embed(List.of(tokens(row))))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(encoder.embed(List.of())).isEmpty();
        }
    }

    @Test
    void aConfigurationThatIsNotSupportedIsRefusedByName() throws IOException {
        refuses("\"model_type\": \"bert\"", "\"model_type\": \"roberta\"", "model_type");
        refuses("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"relu\"", "hidden_act");
        refuses("\"absolute\"", "\"relative_key\"", "position_embedding_type");
        refuses("\"num_attention_heads\": 4", "\"num_attention_heads\": 5", "num_attention_heads");
        refuses("\"hidden_size\": 24", "\"hidden_size\": -24", "hidden_size");
        refuses("\"layer_norm_eps\": 1e-12", "\"layer_norm_eps\": 7", "layer_norm_eps");
        refuses("\"vocab_size\": 90", "\"vocab_size\": 91", "word_embeddings");
        refuses("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "encoder.layer.2");
        refuses("{", "[", "config.json");
    }

    private void refuses(String found, String written, String named) throws IOException {
        String good = Files.readString(TINY.resolve("config.json"));
        assertThat(good).contains(found);
        Path config = folder.resolve("config.json");
        Files.writeString(config, good.replace(found, written));
        assertThatThrownBy(
                        () ->
                                SentenceEncoder.load(
                                        config, TINY.resolve("model.safetensors"), Set.of()))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining(named);
    }

    private static SentenceEncoder tiny() {
        return SentenceEncoder.load(
                TINY.resolve("config.json"),
                TINY.resolve("model.safetensors"),
                Set.of(LanguageTag.ENGLISH));
    }

    private static LoadedModel.Embedding miniLm() {
        InstalledModel installed = TestModels.installed("all-minilm-l6-v2");
        SentenceTransformerLoader loader = new SentenceTransformerLoader();
        assertThat(loader.runs(installed.card())).isTrue();
        return (LoadedModel.Embedding) loader.load(installed, Precision.FP32);
    }

    private static Tokens tokens(int[] ids) {
        return new Tokens(ids, List.of());
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static int[] ints(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).floatValue();
        }
        return values;
    }
}
