package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.JsonFile;

/** A model's folder as the hub lays it out, seen by its tokenizer. Immutable. */
final class HubFolder {
    private static final long LARGEST = 128L << 20;
    private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
    private static final String CONFIG = "config.json";

    private final Path directory;
    private final JsonNode settings;
    private final HubFamily family;

    HubFolder(Path directory) {
        this.directory = directory;
        this.settings = optional(TOKENIZER_CONFIG);
        this.family = family(settings, optional(CONFIG));
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    boolean has(String name) {
        return Files.isRegularFile(file(name));
    }

    /** The family of the tokenizer; OTHER when the files name none that is known. */
    HubFamily family() {
        return family;
    }

    /** What tokenizer_config.json says under this key; missing when it says nothing. */
    JsonNode setting(String key) {
        return settings.path(key);
    }

    boolean flag(String key, boolean otherwise) {
        return setting(key).asBoolean(otherwise);
    }

    /** The content of a JSON file that another reader is to read. */
    byte[] json(String name) {
        JsonFile.check(file(name));
        return bytes(file(name));
    }

    /** A JSON object; missing when there is no such file. */
    JsonNode optional(String name) {
        return has(name) ? JsonFile.read(file(name)) : MissingNode.getInstance();
    }

    /** A text or binary file of at most 128 MiB. */
    byte[] bytes(String name) {
        return bytes(file(name));
    }

    DragomanException fault(String name, String what) {
        return FileFault.in(file(name), what);
    }

    private static HubFamily family(JsonNode settings, JsonNode config) {
        for (JsonNode source : new JsonNode[] {settings, config}) {
            if (source.path("tokenizer_class").isTextual()) {
                return HubFamily.ofClass(source.path("tokenizer_class").textValue());
            }
        }
        return HubFamily.ofModel(config.path("model_type").asText());
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw FileFault.in(file, "is larger than 128 MiB");
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read", failure);
        }
    }
}
