package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Options by name, each with the file it is from. One that is null counts as absent. A value of the
 * wrong kind is refused by the file's name and its own. Immutable.
 */
final class OptionValues {
    private final Map<String, Value> values;
    private final String source;

    private record Value(String source, JsonNode node) {}

    OptionValues(String source, JsonNode options) {
        this(source, new HashMap<>());
        options.properties().forEach(option -> put(source, option));
    }

    private OptionValues(String source, Map<String, Value> values) {
        this.source = source;
        this.values = values;
    }

    /** The same with other options in place of those of their names. */
    OptionValues with(String from, JsonNode options) {
        OptionValues all = new OptionValues(source, new HashMap<>(values));
        options.properties().forEach(option -> all.put(from, option));
        return all;
    }

    private void put(String from, Map.Entry<String, JsonNode> option) {
        values.put(option.getKey(), new Value(from, option.getValue()));
    }

    /** The value; a missing node when there is none. */
    JsonNode get(String key) {
        Value value = values.get(key);
        return value == null || value.node().isNull() ? MissingNode.getInstance() : value.node();
    }

    boolean flag(String key) {
        JsonNode value = get(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refused(key, "is not true or false");
        }
        return value.booleanValue();
    }

    double number(String key, double otherwise) {
        return number(key).orElse(otherwise);
    }

    private OptionalDouble number(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return OptionalDouble.empty();
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refused(key, "is not a number");
        }
        return OptionalDouble.of(value.doubleValue());
    }

    double above(double bound, String key, double otherwise) {
        double value = number(key, otherwise);
        if (!(value > bound)) {
            throw refused(key, "is not above " + bound);
        }
        return value;
    }

    int count(String key, int least, int otherwise) {
        return count(key, least).orElse(otherwise);
    }

    OptionalInt count(String key, int least) {
        JsonNode value = get(key);
        return value.isMissingNode()
                ? OptionalInt.empty()
                : OptionalInt.of(whole(key, value, least));
    }

    OptionalInt id(String key) {
        return count(key, 0);
    }

    /** An id or several; none when it is absent. */
    List<Integer> ids(String key) {
        JsonNode value = get(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        return value.isArray() ? list(key, value) : List.of(whole(key, value, 0));
    }

    List<List<Integer>> sequences(String key) {
        JsonNode value = get(key);
        List<List<Integer>> sequences = new ArrayList<>();
        if (!value.isMissingNode() && !value.isArray()) {
            throw refused(key, "is not a list");
        }
        for (JsonNode sequence : value) {
            if (!sequence.isArray() || sequence.isEmpty()) {
                throw refused(key, "is not a list of lists of ids");
            }
            sequences.add(list(key, sequence));
        }
        return sequences;
    }

    private List<Integer> list(String key, JsonNode values) {
        List<Integer> ids = new ArrayList<>();
        values.forEach(value -> ids.add(whole(key, value, 0)));
        return ids;
    }

    private int whole(String key, JsonNode value, int least) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least) {
            throw refused(key, "is not a whole number of at least " + least);
        }
        return value.intValue();
    }

    DragomanException refused(String key, String problem) {
        Value value = values.get(key);
        String from = value == null ? source : value.source();
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE, from + ": " + key + " " + problem);
    }
}
