package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.dragoman.torch.Golden.floats;
import static org.dragoman.torch.Golden.ints;
import static org.dragoman.torch.JsonValues.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors are those of the reference, alone and in any batch, and nothing native stays open. */
class SentenceEncoderTest {
    private static final Path BERT = Path.of("src/test/resources/goldens/bert");
    private static final Path ROBERTA = Path.of("src/test/resources/torch/xlm-roberta");
    private static final Offset<Float> CLOSE = within(1e-5f);

    /** Row alone and in a batch: {@link Processor#sameInAnyBatch}; attention is always float32. */
    private static final Offset<Float> SAME = within(Processor.sameInAnyBatch() ? 0f : 1e-6f);

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
    void positionsOfTheRobertaFamilyBeginAfterThePadding() throws IOException {
        try (SentenceEncoder encoder = load(ROBERTA, Precision.FP32)) {
            assertThat(encoder.longest()).isEqualTo(18);
            JsonNode goldens = JsonValues.read(ROBERTA.resolve("goldens.json"));
            expect(encoder, goldens.get("inputs"), goldens.get("embeddings"));
        }
    }

    @Test
    void everyActivationAndPoolingGivesTheVectorsOfTransformers() throws IOException {
        JsonNode goldens = JsonValues.read(Path.of("src/test/resources/torch/bert-variants.json"));
        copyWeights();
        for (String activation : List.of("gelu", "gelu_new", "relu")) {
            change("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"" + activation + "\"");
            for (String pooling : List.of("mean", "cls")) {
                Files.writeString(
                        folder.resolve("pooling.json"), "{\"pooling_mode\": \"" + pooling + "\"}");
                try (SentenceEncoder encoder = load(folder, Precision.FP32)) {
                    JsonNode vectors = goldens.get("vectors").get(activation).get(pooling);
                    expect(encoder, goldens.get("inputs"), vectors);
                }
            }
        }
    }

    @Test
    void miniLmGivesTheVectorsOfTheReferenceAloneAndInABatch() throws IOException {
        List<JsonNode> cases =
                list(JsonValues.read(Path.of("src/test/resources/torch/minilm.json")));
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
                assertThat(together[i]).containsExactly(alone, SAME);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowAloneIsTheRowOfAnyBatch(Precision precision) {
        Random random = new Random(11);
        try (SentenceEncoder encoder = load(ROBERTA, precision)) {
            for (int i = 0; i < Integer.getInteger("dragoman.cases", 500) / 10; i++) {
                List<Tokens> rows = new ArrayList<>();
                for (int row = 0; row < 10; row++) {
                    int length = 1 + random.nextInt(encoder.longest());
                    rows.add(tokens(random.ints(length, 0, 60).toArray()));
                }
                float[][] together = encoder.embed(rows);
                int one = random.nextInt(rows.size());
                assertThat(encoder.embed(List.of(rows.get(one)))[0])
                        .containsExactly(together[one], SAME);
            }
        }
    }

    @Test
    void fewerBitsTakeLessMemoryAndStayClose() {
        try (SentenceEncoder exact = load(ROBERTA, Precision.FP32);
                SentenceEncoder half = load(ROBERTA, Precision.BF16);
                SentenceEncoder eight = load(ROBERTA, Precision.INT8)) {
            assertThat(half.nativeBytes()).isLessThan(exact.nativeBytes());
            assertThat(eight.nativeBytes()).isLessThan(half.nativeBytes());
            List<Tokens> rows = List.of(tokens(new int[] {0, 7, 30, 41, 9, 2}));
            float[] vector = exact.embed(rows)[0];
            assertThat(cosine(half.embed(rows)[0], vector)).isBetween(0.999, 0.999999);
            assertThat(cosine(eight.embed(rows)[0], vector)).isBetween(0.99, 0.999999);
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
        try (SentenceEncoder encoder = load(BERT, Precision.FP32)) {
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
        copyWeights();
        refuses("\"model_type\": \"bert\"", "\"model_type\": \"distilbert\"", "distilbert");
        refuses("\"hidden_act\": \"gelu\"", "\"hidden_act\": \"mish\"", "mish");
        refuses("\"absolute\"", "\"relative_key\"", "relative_key");
        refuses("\"hidden_size\": 24", "\"hidden_size\": -24", "hidden_size");
        refuses("\"layer_norm_eps\": 1e-12", "\"layer_norm_eps\": 7", "layer_norm_eps");
        refuses("\"vocab_size\": 90", "\"vocab_size\": 91", "word_embeddings");
        refuses("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "encoder.layer.2");
        refuses("{", "[", "config.json");
    }

    @Test
    void aPoolingThatIsNotSupportedIsRefusedByName() throws IOException {
        copyWeights();
        Files.copy(BERT.resolve("config.json"), folder.resolve("config.json"));
        refusesFile("pooling.json", "{\"pooling_mode_max_tokens\": true}", "max_tokens");
        refusesFile("pooling.json", "{\"pooling_mode\": \"lasttoken\"}", "lasttoken");
        refusesFile(
                "pooling.json",
                "{\"pooling_mode_cls_token\": true, \"pooling_mode_mean_tokens\": true}",
                "with");
        refusesFile(
                "modules.json", "[{\"type\": \"sentence_transformers.models.Dense\"}]", "Dense");
        refusesFile("modules.json", "{}", "modules.json");
        refusesFile("sentence_bert_config.json", "{\"max_seq_length\": 0}", "max_seq_length");
    }

    private void refuses(String found, String written, String named) throws IOException {
        change(found, written);
        assertRefused(named);
    }

    private void refusesFile(String name, String content, String named) throws IOException {
        Files.writeString(folder.resolve(name), content);
        assertRefused(named);
        Files.delete(folder.resolve(name));
    }

    private void assertRefused(String named) {
        assertThatThrownBy(() -> load(folder, Precision.FP32))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining(named);
    }

    private void copyWeights() throws IOException {
        Files.copy(BERT.resolve("model.safetensors"), folder.resolve("model.safetensors"));
    }

    private void change(String found, String written) throws IOException {
        String good = Files.readString(BERT.resolve("config.json"));
        assertThat(good).contains(found);
        Files.writeString(folder.resolve("config.json"), good.replace(found, written));
    }

    private static void expect(SentenceEncoder encoder, JsonNode inputs, JsonNode vectors) {
        List<Tokens> rows = list(inputs).stream().map(row -> tokens(ints(row))).toList();
        float[][] found = encoder.embed(rows);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).containsExactly(floats(vectors.get(i)), CLOSE);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static SentenceEncoder load(Path folder, Precision precision) {
        return SentenceEncoder.load(folder, precision, Set.of(LanguageTag.ENGLISH));
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
}
