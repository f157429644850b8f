package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.JsonFile;

/**
 * A model's settings in JSON, as the hub publishes them. What is missing without a default, has
 * another type or a value that is not supported is refused by its name. Immutable.
 */
record ConfigFile(Path file, JsonNode root) {
    private static final int LARGEST_SIZE = 1 << 20;

    /**
     * Reads a file that holds one object.
     *
     * @throws DragomanException model-unavailable, naming the file
     */
    static ConfigFile read(Path file) {
        return new ConfigFile(file, JsonFile.read(file));
    }

    /** Whether the key is there with a value. */
    boolean has(String name) {
        return root.hasNonNull(name);
    }

    /** A whole number from 1 to 2^20. */
    int size(String name) {
        JsonNode size = root.path(name);
        if (!size.isIntegralNumber() || !within(size, 1)) {
            throw fault(name + " is missing or not a size");
        }
        return size.asInt();
    }

    int size(String name, int otherwise) {
        return has(name) ? size(name) : otherwise;
    }

    /** An id: a whole number from 0 to 2^20. */
    int id(String name, int otherwise) {
        JsonNode id = root.path(name);
        if (has(name) && !(id.isIntegralNumber() && within(id, 0))) {
            throw fault(name + " is not an id");
        }
        return has(name) ? id.asInt() : otherwise;
    }

    /** A number from 0 to below 1, such as what a norm adds to the variance. */
    double small(String name) {
        double value = root.path(name).asDouble(-1);
        if (!root.path(name).isNumber() || !(value >= 0 && value < 1)) {
            throw fault(name + " is missing or not a small number");
        }
        return value;
    }

    boolean flag(String name, boolean otherwise) {
        if (has(name) && !root.path(name).isBoolean()) {
            throw fault(name + " is neither true nor false");
        }
        return root.path(name).asBoolean(otherwise);
    }

    /**
     * One of the values that are supported.
     *
     * @throws DragomanException model-unavailable, naming key, value and what is supported
     */
    String oneOf(String name, List<String> supported) {
        String value = root.path(name).asText();
        if (!supported.contains(value)) {
            String known = String.join(", ", supported);
            throw fault(name + " is " + FileFault.plain(value) + "; supported is " + known);
        }
        return value;
    }

    /** The same where the key may be missing. */
    String oneOf(String name, List<String> supported, String otherwise) {
        return has(name) ? oneOf(name, supported) : otherwise;
    }

    /**
     * Refuses a configuration that lists another architecture than these first.
     *
     * @throws DragomanException model-unavailable, naming the one it lists
     */
    void architecture(String... supported) {
        JsonNode listed = root.path("architectures");
        String first = listed.path(0).asText();
        if (!listed.isEmpty() && !List.of(supported).contains(first)) {
            throw fault("the architecture " + FileFault.plain(first) + " is not supported");
        }
    }

    /** Words for a setting that cannot be used. */
    DragomanException fault(String what) {
        return FileFault.in(file, what);
    }

    private static boolean within(JsonNode number, int least) {
        return number.canConvertToInt()
                && number.asInt() >= least
                && number.asInt() <= LARGEST_SIZE;
    }
}
