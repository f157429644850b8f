package org.dragoman.torch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a safetensors file: an object of {@code "name": {"dtype": "F32", "shape": [2,
 * 3], "data_offsets": [0, 24]}}, and {@code __metadata__}, which is passed over. It is parsed as it
 * is read, so that a header of the largest size costs no more heap than the tensors it names. As in
 * the format's own reader, tensors lie one after the other and fill the file. One use.
 */
final class SafeTensorsHeader {
    /** The largest header the format allows, in bytes. */
    private static final long LARGEST = 100_000_000;

    /** Far more than any model has; bounds the heap. */
    private static final int MOST_TENSORS = 1 << 16;

    private static final int MOST_DIMENSIONS = 16;
    private static final int LONGEST_NAME = 1 << 10;
    private static final JsonFactory JSON =
            new JsonFactoryBuilder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(8)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxStringLength(LONGEST_NAME)
                                    .maxNumberLength(20)
                                    .build())
                    .build();

    private final TensorFile file;
    private final long start;
    private final JsonParser json;
    private final Map<String, StoredTensor> tensors = new HashMap<>();

    private SafeTensorsHeader(TensorFile file, long start, JsonParser json) {
        this.file = file;
        this.start = start;
        this.json = json;
    }

    /**
     * The tensors by name, each checked to lie in the file.
     *
     * @throws DragomanException model-unavailable, naming the file and what is wrong with it
     */
    static Map<String, StoredTensor> read(TensorFile file) {
        long size = file.size();
        long length = size < Long.BYTES ? -1 : file.map(0, Long.BYTES, "the length").getLong();
        if (length < 2 || length > Math.min(LARGEST, size - Long.BYTES)) {
            throw file.damaged("the header does not fit in the file");
        }
        ByteBuffer text = file.map(Long.BYTES, length, "the header");
        try (JsonParser json = JSON.createParser(new JsonText(new BufferStream(text)))) {
            return new SafeTensorsHeader(file, Long.BYTES + length, json).tensors();
        } catch (IOException malformed) {
            throw file.damaged("the header is not JSON of the right form");
        }
    }

    private Map<String, StoredTensor> tensors() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw file.damaged("the header is not an object");
        }
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (name.equals("__metadata__")) {
                json.nextToken();
                json.skipChildren();
            } else {
                add(name);
            }
        }
        if (json.nextToken() != null) {
            throw file.damaged("something follows the header's object");
        }
        checkOrder();
        return tensors;
    }

    private void add(String name) throws IOException {
        if (tensors.size() == MOST_TENSORS) {
            throw file.damaged("has more than " + MOST_TENSORS + " tensors");
        }
        if (tensors.put(name, tensor(name)) != null) {
            throw file.damaged("has two tensors " + FileFault.plain(name));
        }
    }

    private StoredTensor tensor(String name) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw damaged(name, " is not described");
        }
        StoredType type = null;
        long[] shape = null;
        long[] offsets = null;
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            switch (key) {
                case "dtype" -> type = once(name, type, type(name));
                case "shape" -> shape = once(name, shape, sizes(name));
                case "data_offsets" -> offsets = once(name, offsets, sizes(name));
                default -> {
                    json.nextToken();
                    json.skipChildren();
                }
            }
        }
        return placed(
                name, described(name, type), described(name, shape), described(name, offsets));
    }

    private <T> T described(String name, @Nullable T value) {
        if (value == null) {
            throw damaged(name, " is not described");
        }
        return value;
    }

    private <T> T once(String name, @Nullable T before, T value) {
        if (before != null) {
            throw damaged(name, " is described twice");
        }
        return value;
    }

    private StoredTensor placed(String name, StoredType type, long[] shape, long[] offsets) {
        long count = StoredTensor.count(shape);
        if (count < 0) {
            throw damaged(name, " has a shape too large for any file");
        }
        long bytes = count * type.bytes();
        if (offsets.length != 2 || offsets[1] - offsets[0] != bytes) {
            throw damaged(name, " has offsets that do not fit its shape");
        }
        if (offsets[1] > file.size() - start) {
            throw damaged(name, " passes the end of the file");
        }
        return new StoredTensor(type, shape, start + offsets[0], bytes);
    }

    private StoredType type(String name) throws IOException {
        String code = json.nextTextValue();
        for (StoredType type : StoredType.values()) {
            if (type.name().equals(code)) {
                return type;
            }
        }
        throw damaged(name, " has the unsupported type " + FileFault.plain(code));
    }

    /** Numbers from 0 to 2^53, so that sums of a few do not overflow. */
    private long[] sizes(String name) throws IOException {
        long[] sizes = new long[MOST_DIMENSIONS];
        int count = 0;
        boolean valid = json.nextToken() == JsonToken.START_ARRAY;
        while (valid && json.nextToken() != JsonToken.END_ARRAY) {
            valid = count < MOST_DIMENSIONS && isSize();
            if (valid) {
                sizes[count++] = json.getLongValue();
            }
        }
        if (!valid) {
            throw damaged(name, " has a shape or offsets that are not sizes");
        }
        return Arrays.copyOf(sizes, count);
    }

    private DragomanException damaged(String name, String problem) {
        return file.damaged(FileFault.plain(name) + problem);
    }

    private boolean isSize() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0
                && json.getLongValue() < 1L << 53;
    }

    private void checkOrder() {
        List<StoredTensor> placed =
                tensors.values().stream()
                        .sorted(
                                Comparator.comparingLong(StoredTensor::offset)
                                        .thenComparingLong(StoredTensor::bytes))
                        .toList();
        long end = start;
        for (StoredTensor tensor : placed) {
            if (tensor.offset() != end) {
                throw file.damaged("its tensors overlap or leave a hole");
            }
            end += tensor.bytes();
        }
        if (end != file.size()) {
            throw file.damaged("it goes on after its last tensor");
        }
    }
}
