package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Precision;
import org.dragoman.model.SequenceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the runtime cannot compute exactly it refuses by name, and frees what it took. */
class TransformerRefusalTest {

    private static final String WEIGHTS = "model.safetensors";
    private static final String CONFIG = "config.json";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bart | \"BartForConditionalGeneration\" | \"BartForCausalLM\" | BartForCausalLM",
                "bart | \"model_type\": \"bart\" | \"model_type\": \"led\" | model_type is led",
                "bart | \"activation_function\": \"gelu\" | \"activation_function\": \"tanh\""
                        + " | activation_function is tanh",
                "bart | \"d_model\": 24 | \"d_model\": 26 | encoder_attention_heads",
                "bart | \"encoder_layers\": 2 | \"encoder_layers\": 0 | encoder_layers",
                "bart | \"decoder_layers\": 2 | \"decoder_layers\": 3 | model.decoder.layers.2.",
                "bart | \"vocab_size\": 90 | \"vocab_size\": 91 | model.shared.weight",
                "bart | \"max_position_embeddings\": 64 | \"max_position_embeddings\": 65"
                        + " | embed_positions.weight has an unexpected shape",
                "bart | \"scale_embedding\": false | \"scale_embedding\": 3 | scale_embedding",
                "bart | \"encoder_ffn_dim\": 40 | \"encoder_ffn_dim\": 41 | fc1.weight",
                "mbart | \"is_encoder_decoder\": true | \"tie_encoder_decoder\": true"
                        + " | tie_encoder_decoder",
                "marian | \"share_encoder_decoder_embeddings\": true"
                        + " | \"share_encoder_decoder_embeddings\": false"
                        + " | model.encoder.embed_tokens.weight"
            })
    void aSettingThatIsNotSupportedIsRefusedByName(
            String model, String known, String other, String named) throws IOException {
        Path directory = Golden.of(model).directory();
        String config = Files.readString(directory.resolve(CONFIG));
        assertThat(config).contains(known);
        Files.writeString(folder.resolve(CONFIG), config.replace(known, other));
        Files.copy(directory.resolve(WEIGHTS), folder.resolve(WEIGHTS));
        refuses(named);
    }

    @Test
    void aTensorThatIsMissingIsRefusedByName() throws IOException {
        Path directory = Golden.of("bart").directory();
        Files.copy(directory.resolve(CONFIG), folder.resolve(CONFIG));
        String name = "model.decoder.layers.1.fc2.bias";
        Charset latin = StandardCharsets.ISO_8859_1;
        String weights = Files.readString(directory.resolve(WEIGHTS), latin);
        assertThat(weights).contains(name);
        Files.writeString(
                folder.resolve(WEIGHTS), weights.replace(name, name.replace("fc2", "fcX")), latin);
        refuses(name);
    }

    @Test
    void aTiedTableMayBeStoredUnderAnyOfItsNames() throws IOException {
        Path directory = Golden.of("bart").directory();
        Files.copy(directory.resolve(CONFIG), folder.resolve(CONFIG));
        Charset latin = StandardCharsets.ISO_8859_1;
        String weights = Files.readString(directory.resolve(WEIGHTS), latin);
        String renamed = weights.replace("\"model.shared.weight\"", "\"lm_head.weight\"     ");
        assertThat(renamed).isNotEqualTo(weights);
        Files.writeString(folder.resolve(WEIGHTS), renamed, latin);
        try (SequenceModel model = TransformerModel.load(folder, Precision.FP32)) {
            assertThat(model.limits().vocabulary()).isEqualTo(90);
        }
    }

    private void refuses(String named) {
        long open = NativeHandles.open();
        for (Precision precision : Precision.values()) {
            assertThatThrownBy(() -> TransformerModel.load(folder, precision))
                    .isInstanceOfSatisfying(
                            DragomanException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                    .hasMessageContaining(named);
        }
        assertThat(NativeHandles.open()).isEqualTo(open);
    }
}
