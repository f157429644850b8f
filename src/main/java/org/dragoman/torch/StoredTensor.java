package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Where a tensor lies in a safetensors file. Immutable.
 *
 * @param shape sizes, outermost first; none for a scalar
 * @param offset of its first byte in the file
 * @param bytes it takes, as type and shape say
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredTensor(StoredType type, long[] shape, long offset, long bytes) {
    /** Reads an entry of the header; the tensors start at byte {@code start} of the file. */
    static StoredTensor parse(Path file, Map.Entry<String, JsonNode> entry, long start) {
        String name = entry.getKey();
        StoredType type = type(file, name, entry.getValue().path("dtype").asText());
        long[] shape = sizes(file, name, entry.getValue().path("shape"));
        long[] offsets = sizes(file, name, entry.getValue().path("data_offsets"));
        long bytes = bytes(file, name, type, shape);
        if (offsets.length != 2 || offsets[1] - offsets[0] != bytes) {
            throw FileFault.in(file, name + " has offsets that do not fit its shape");
        }
        return new StoredTensor(type, shape, start + offsets[0], bytes);
    }

    boolean hasShape(long... expected) {
        return Arrays.equals(shape, expected);
    }

    private static StoredType type(Path file, String name, String code) {
        return Arrays.stream(StoredType.values())
                .filter(type -> type.name().equals(code))
                .findFirst()
                .orElseThrow(() -> FileFault.in(file, name + " has the unsupported type " + code));
    }

    /** Numbers from 0 to 2^53, so that sums of a few do not overflow. */
    private static long[] sizes(Path file, String name, JsonNode list) {
        long[] sizes = new long[list.size()];
        boolean valid = list.isArray();
        for (int i = 0; i < sizes.length; i++) {
            JsonNode size = list.get(i);
            sizes[i] = size.asLong(-1);
            valid &= size.isIntegralNumber() && size.canConvertToLong();
            valid &= sizes[i] >= 0 && sizes[i] < 1L << 53;
        }
        if (!valid) {
            throw FileFault.in(file, name + " has a shape or offsets that are not sizes");
        }
        return sizes;
    }

    private static long bytes(Path file, String name, StoredType type, long[] shape) {
        try {
            long bytes = type.bytes();
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
            return bytes;
        } catch (ArithmeticException overflow) {
            throw FileFault.in(file, name + " has a shape too large for any file", overflow);
        }
    }
}
