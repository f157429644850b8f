package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A tiny random model and what transformers computed with it; see the README beside them. */
record Golden(Path directory, JsonNode root) {

    static Golden of(String model) {
        Path directory =
                Path.of(System.getProperty("dragoman.goldens", "src/test/resources/goldens"))
                        .resolve(model);
        try {
            Path file = directory.resolve("goldens.json");
            return new Golden(directory, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode probe(String name) {
        return root.path("probe").path(name);
    }

    static int[] ints(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        IntStream.range(0, values.length).forEach(i -> values[i] = list.get(i).floatValue());
        return values;
    }
}
