package org.dragoman.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The JSON files of model folders, which anyone may have written: read within bounds of size, depth
 * and number of values, so that none of them costs more than 64 MiB of heap. A name that occurs
 * twice in an object is refused. Thread-safe.
 */
public final class JsonFile {
    private static final long LARGEST_TREE = 16L << 20;
    private static final long LARGEST_CHECKED = 128L << 20;
    private static final int DEEPEST = 64;
    private static final ObjectMapper TREES =
            new ObjectMapper(within(LARGEST_TREE, 1 << 19))
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final JsonFactory CHECKS = within(LARGEST_CHECKED, Long.MAX_VALUE);

    private JsonFile() {}

    /**
     * A configuration or a vocabulary: an object of at most 16 MiB and 2^19 names and values,
     * nested at most 64 deep.
     *
     * @throws DragomanException model-unavailable, naming the file, when it is something else
     */
    public static JsonNode read(Path file) {
        JsonNode root = tree(file);
        if (!root.isObject()) {
            throw refused(file, "is not a JSON object", null);
        }
        return root;
    }

    /**
     * The same where the file is to hold a list.
     *
     * @throws DragomanException model-unavailable, naming the file, when it is something else
     */
    public static JsonNode readList(Path file) {
        JsonNode root = tree(file);
        if (!root.isArray()) {
            throw refused(file, "is not a JSON list", null);
        }
        return root;
    }

    /**
     * Reads a file that another reader is to read, such as {@code tokenizer.json}, and forgets it:
     * an object of at most 128 MiB, nested at most 64 deep, with no string above 1 MiB.
     *
     * @throws DragomanException model-unavailable, naming the file, when it is something else
     */
    public static void check(Path file) {
        try (Reader in = open(file, LARGEST_CHECKED);
                JsonParser json = CHECKS.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw refused(file, "is not a JSON object", null);
            }
            json.skipChildren();
            if (json.nextToken() != null) {
                throw refused(file, "cannot be read as JSON", null);
            }
        } catch (IOException failure) {
            throw refused(file, "cannot be read as JSON", failure);
        }
    }

    private static JsonNode tree(Path file) {
        try (Reader in = open(file, LARGEST_TREE)) {
            return TREES.readTree(in);
        } catch (IOException failure) {
            throw refused(file, "cannot be read as JSON", failure);
        }
    }

    private static Reader open(Path file, long largest) throws IOException {
        if (Files.size(file) > largest) {
            throw refused(file, "is larger than " + (largest >> 20) + " MiB", null);
        }
        return new JsonText(Files.newInputStream(file));
    }

    private static JsonFactory within(long bytes, long values) {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxDocumentLength(bytes)
                                .maxTokenCount(values)
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(1 << 20)
                                .maxNameLength(1 << 16)
                                .maxNumberLength(100)
                                .build())
                .build();
    }

    private static DragomanException refused(Path file, String problem, @Nullable Throwable cause) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, file.getFileName() + ": " + problem, cause);
    }
}
