package org.dragoman.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** The golden Marian model with its layers and tables grown to the sizes of OPUS-MT. */
final class RandomMarian {
    /** Sizes of the golden model and what becomes of them. */
    private static final Map<Long, Long> GROWN = Map.of(16L, 512L, 32L, 2048L, 80L, 32000L);

    private static final int BLOCK = 1 << 20;

    private RandomMarian() {}

    /** A folder with weights in float32 and their configuration. */
    static Path write(Path folder) throws IOException {
        Path golden = Path.of("src/test/resources/goldens/marian");
        ObjectMapper json = new ObjectMapper();
        ObjectNode config = (ObjectNode) json.readTree(golden.resolve("config.json").toFile());
        config.put("d_model", 512).put("encoder_ffn_dim", 2048).put("decoder_ffn_dim", 2048);
        config.put("vocab_size", 32000).put("decoder_vocab_size", 32000);
        config.put("pad_token_id", 31999).put("decoder_start_token_id", 31999);
        Files.createDirectories(folder);
        json.writeValue(folder.resolve("config.json").toFile(), config);
        try (Checkpoint small = Checkpoint.open(golden)) {
            weights(small, folder.resolve("model.safetensors"));
        }
        return folder;
    }

    private static void weights(Checkpoint small, Path file) throws IOException {
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        long end = 0;
        for (String name : new TreeSet<>(small.names())) {
            long[] shape =
                    Arrays.stream(small.shape(name))
                            .map(size -> GROWN.getOrDefault(size, size))
                            .toArray();
            ObjectNode tensor = header.putObject(name).put("dtype", "F32");
            Arrays.stream(shape).forEach(tensor.withArray("shape")::add);
            long bytes = Float.BYTES * Arrays.stream(shape).reduce(1, Math::multiplyExact);
            List.of(end, end + bytes).forEach(tensor.withArray("data_offsets")::add);
            end += bytes;
        }
        byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(text.length).put(text).flip();
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.write(head);
            ByteBuffer block = numbers();
            for (long left = end; left > 0; left -= BLOCK) {
                out.write(block.duplicate().limit((int) Math.min(BLOCK, left)));
            }
        }
    }

    private static ByteBuffer numbers() {
        Random random = new Random(42);
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        while (block.hasRemaining()) {
            block.putFloat((float) random.nextGaussian() / 16);
        }
        return block.flip();
    }
}
