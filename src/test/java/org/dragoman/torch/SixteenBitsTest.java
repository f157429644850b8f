package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.StepRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints whose numbers are stored in 16 bits. */
class SixteenBitsTest {
    @TempDir Path folder;

    @Test
    void aCheckpointInBf16IsReadAsTheSameNumbersInFloat32() throws IOException {
        Path narrow = bart("narrow", true);
        Path wide = bart("wide", false);

        assertThat(Files.size(narrow.resolve("model.safetensors")))
                .isLessThan(Files.size(wide.resolve("model.safetensors")));
        assertThat(scores(narrow)).isEqualTo(scores(wide));
        assertThat(scores(wide)).isNotEqualTo(scores(Golden.of("bart").directory()));
    }

    /** The golden model with its weights cut to bf16, which are stored in 16 bits or in 32. */
    private Path bart(String name, boolean narrow) throws IOException {
        Path golden = Golden.of("bart").directory();
        Path copy = Files.createDirectories(folder.resolve(name));
        Files.copy(golden.resolve("config.json"), copy.resolve("config.json"));
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        ByteBuffer data = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        try (Checkpoint file = Checkpoint.open(golden)) {
            for (String tensor : new TreeSet<>(file.names())) {
                long[] shape = file.shape(tensor);
                ObjectNode entry = header.putObject(tensor).put("dtype", narrow ? "BF16" : "F32");
                Arrays.stream(shape).forEach(entry.withArray("shape")::add);
                int start = data.position();
                cut(file.floats(tensor, shape), data, narrow);
                List.of(start, data.position()).forEach(entry.withArray("data_offsets")::add);
            }
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer whole = ByteBuffer.allocate(8 + text.length + data.position());
        whole.order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).put(data.flip());
        Files.write(copy.resolve("model.safetensors"), whole.array());
        return copy;
    }

    private static void cut(ByteBuffer numbers, ByteBuffer data, boolean narrow) {
        for (int at = 0; at < numbers.limit(); at += Float.BYTES) {
            int bits = numbers.getInt(at) >>> 16;
            if (narrow) {
                data.putShort((short) bits);
            } else {
                data.putInt(bits << 16);
            }
        }
    }

    private static float[] scores(Path model) {
        Prompt prompt = new Prompt(new int[] {0, 17, 5, 44, 2}, new int[] {2}, new int[0]);
        StepRequest first = new StepRequest(new int[] {0}, new int[0], Edits.NONE, 90);
        try (SequenceModel loaded = TransformerModel.load(model, Precision.FP32);
                Decoder decoder = loaded.start(List.of(prompt), Scoring.raw(2))) {
            return decoder.step(first).scores()[0];
        }
    }
}
