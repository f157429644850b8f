package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A tiny random model and what transformers computed with it; see the README beside them. */
record Golden(Path directory, JsonNode root) {

    private static final Path ALL =
            Path.of(System.getProperty("dragoman.goldens", "src/test/resources/goldens"));

    /** The classes whose models write from a source and are supported. */
    private static final Set<String> FAMILIES =
            Set.of(
                    "MarianMTModel",
                    "BartForConditionalGeneration",
                    "MBartForConditionalGeneration",
                    "PegasusForConditionalGeneration",
                    "M2M100ForConditionalGeneration",
                    "T5ForConditionalGeneration");

    static Golden of(String model) {
        Path directory = ALL.resolve(model);
        try {
            Path file = directory.resolve("goldens.json");
            return new Golden(directory, new ObjectMapper().readTree(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every model that writes from a source. */
    static List<Golden> writing() {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(folder -> Files.exists(folder.resolve("goldens.json")))
                    .sorted()
                    .map(folder -> of(folder.getFileName().toString()))
                    .filter(Golden::writes)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private boolean writes() {
        return FAMILIES.contains(root.path("class").asText());
    }

    JsonNode probe(String name) {
        return root.path("probe").path(name);
    }

    @Override
    public String toString() {
        return directory.getFileName().toString();
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
