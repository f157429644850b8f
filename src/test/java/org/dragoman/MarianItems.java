package org.dragoman;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes Marian's binary format, version 1, item by item. Source: {@code src/common/binary.cpp}.
 */
public final class MarianItems {
    private static final int PADDING = 3;

    private final Map<String, Item> items = new LinkedHashMap<>();

    /** Adds a row of floats. */
    public void floats(String name, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        items.put(name, new Item(0x404, new int[] {1, values.length}, bytes.array()));
    }

    /**
     * Adds a matrix of int8. A layer's matrix is stored transposed, its shape is not.
     *
     * @param values rows × columns of them
     * @param multiplier units in 1
     */
    public void integers(String name, int rows, int columns, byte[] values, float multiplier) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * columns + 256).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(values, 0, rows * columns).putFloat(multiplier);
        items.put(name, new Item(0x4101, new int[] {rows, columns}, bytes.array()));
    }

    /** Adds the architecture. */
    public void architecture(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        items.put("special:model.yml", new Item(0x101, new int[] {bytes.length}, bytes));
    }

    /** Writes all that was added. */
    public Path write(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        longs(out, 1, items.size());
        items.forEach(
                (name, item) ->
                        longs(
                                out,
                                name.length() + 1,
                                item.type,
                                item.shape.length,
                                item.data.length));
        items.keySet()
                .forEach(name -> out.writeBytes((name + "\0").getBytes(StandardCharsets.UTF_8)));
        items.values().forEach(item -> out.writeBytes(item.shapeBytes()));
        longs(out, PADDING);
        out.writeBytes(new byte[PADDING]);
        items.values().forEach(item -> out.writeBytes(item.data));
        return Files.write(file, out.toByteArray());
    }

    private static void longs(ByteArrayOutputStream out, long... values) {
        for (long value : values) {
            out.writeBytes(
                    ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        }
    }

    /** One array of the file. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Item(long type, int[] shape, byte[] data) {
        byte[] shapeBytes() {
            ByteBuffer bytes = ByteBuffer.allocate(4 * shape.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(shape);
            return bytes.array();
        }
    }
}
