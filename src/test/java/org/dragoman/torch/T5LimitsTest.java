package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Decoder;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What T5 reads, and what it refuses by name. */
class T5LimitsTest {
    private static final Path GATED = Golden.of("t5-gated").directory();

    @TempDir Path folder;

    @Test
    void rowsThatCannotBeReadAreRefused() {
        try (SequenceModel model = TransformerModel.load(GATED, Precision.FP32)) {
            assertThat(model.limits().longestSource()).isEqualTo(1024);
            for (int[] source : List.of(new int[0], new int[1025], new int[] {72})) {
                List<Prompt> rows = List.of(new Prompt(source, new int[1], new int[0]));
                assertThatThrownBy(() -> model.start(rows, Scoring.raw(1)))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void theLongestSourceAndTargetCanBeRead() {
        int longest = TransformerModel.LONGEST_T5;
        Prompt row = new Prompt(ones(longest), ones(longest - 2), new int[0]);
        try (SequenceModel model = TransformerModel.load(GATED, Precision.FP32);
                Decoder decoder = model.start(List.of(row), Scoring.raw(71))) {
            assertThat(decoder.advance(new int[1], new int[0], 8).tokens()[0]).hasSize(2);
        }
    }

    @Test
    void aConfigurationThatIsNotSupportedIsRefusedByName() throws IOException {
        Files.copy(GATED.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        refuses("\"model_type\": \"t5\"", "\"model_type\": \"umt5\"", "umt5");
        refuses("T5ForConditionalGeneration", "T5EncoderModel", "T5EncoderModel");
        refuses("gated-gelu", "gated-mish", "gated-mish");
        refuses("num_buckets\": 16", "num_buckets\": 3", "relative_attention_num_buckets");
        refuses("max_distance\": 20", "max_distance\": 8", "relative_attention_max_distance");
        refuses("\"num_heads\": 2", "\"num_heads\": 4", "relative_attention_bias");
        refuses("decoder_layers\": 2", "decoder_layers\": 3", "decoder.block.2");
        refuses("embeddings\": false", "embeddings\": 1", "tie_word_embeddings");
        refuses("{", "{\"tie_encoder_decoder\": true,", "tie_encoder_decoder");
        refuses("\"d_kv\": 8", "\"d_kv\": 0", "d_kv");
    }

    private void refuses(String found, String written, String named) throws IOException {
        String good = Files.readString(GATED.resolve("config.json"));
        assertThat(good).contains(found);
        Files.writeString(folder.resolve("config.json"), good.replace(found, written));
        assertThatThrownBy(() -> TransformerModel.load(folder, Precision.FP32))
                .as(written)
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining(named);
    }

    private static int[] ones(int length) {
        return IntStream.generate(() -> 1).limit(length).toArray();
    }
}
