package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/**
 * A model in Marian's binary format, version 1, little endian: u64 version, u64 n, n × (u64 length
 * of the name, type, length of the shape, length of the data), the names, the shapes (i32), u64 and
 * as many bytes of padding, the data. Source: marian-dev, {@code src/common/binary.cpp}. Immutable.
 */
final class MarianFile {

    private static final int VERSION = 1;
    private static final int HEADER = 4 * Long.BYTES;
    private static final int MOST_DIMENSIONS = 4;

    /** Far more than any model has, and far longer; they bound the heap. */
    private static final int MOST_ITEMS = 1 << 16;

    private static final int LONGEST_NAME = 1 << 8;
    private static final int LONGEST_ARCHITECTURE = 1 << 20;
    private static final String ARCHITECTURE = "special:model.yml";

    private final Path path;
    private final Map<String, MarianItem> items = new HashMap<>();

    /**
     * Reads where everything is; the data stays on disk until it is asked for.
     *
     * @throws DragomanException model-unavailable when the file is damaged
     */
    MarianFile(Path path) {
        this.path = path;
        MappedFile file = MappedFile.open(path);
        if (file.u64("the version") != VERSION) {
            throw damaged("it is not of version " + VERSION);
        }
        int count = file.count(HEADER, "the number of items");
        if (count > MOST_ITEMS) {
            throw damaged("it has more than " + MOST_ITEMS + " items");
        }
        Header[] headers = new Header[count];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = Header.read(file);
        }
        readItems(file, headers);
    }

    private void readItems(MappedFile file, Header[] headers) {
        String[] names = new String[headers.length];
        for (int i = 0; i < headers.length; i++) {
            names[i] = headers[i].name(file);
        }
        int[][] shapes = new int[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            shapes[i] = headers[i].shape(file);
        }
        file.slice(file.count(1, "the padding"), "the padding");
        for (int i = 0; i < headers.length; i++) {
            ByteBuffer data = headers[i].data(file, shapes[i], FileFault.plain(names[i]));
            MarianItem item = new MarianItem(this, names[i], headers[i].type(), shapes[i], data);
            if (items.put(names[i], item) != null) {
                throw damaged("two items have one name");
            }
        }
    }

    /** The architecture as the trainer wrote it: a flat YAML map. */
    String architecture() {
        MarianItem item = item(ARCHITECTURE);
        item.require(MarianItem.Type.BYTES);
        if (item.bytes().remaining() > LONGEST_ARCHITECTURE) {
            throw damaged("its architecture is longer than 1 MiB");
        }
        return StandardCharsets.UTF_8.decode(item.bytes().duplicate()).toString().replace("\0", "");
    }

    /** The item of this name. */
    MarianItem item(String name) {
        MarianItem item = items.get(name);
        if (item == null) {
            throw damaged("it has no " + name);
        }
        return item;
    }

    /** The item of this name, if there is one. */
    @Nullable MarianItem find(String name) {
        return items.get(name);
    }

    boolean has(String name) {
        return items.containsKey(name);
    }

    /** What to throw when something in this file cannot be used. */
    DragomanException damaged(String problem) {
        return FileFault.in(path, problem);
    }

    /** The fixed part of an item. */
    private record Header(long nameLength, MarianItem.Type type, long dimensions, long length) {

        static Header read(MappedFile file) {
            long nameLength = file.u64("an item");
            long code = file.u64("an item");
            for (MarianItem.Type type : MarianItem.Type.values()) {
                if (type.code() == code) {
                    return new Header(nameLength, type, file.u64("an item"), file.u64("an item"));
                }
            }
            throw file.damaged("it holds the type 0x" + Long.toHexString(code));
        }

        String name(MappedFile file) {
            if (nameLength > LONGEST_NAME) {
                throw file.damaged("a name is longer than " + LONGEST_NAME);
            }
            ByteBuffer bytes = file.slice(file.fits(nameLength, 1, "a name"), "a name");
            if (nameLength < 2 || bytes.get(bytes.limit() - 1) != 0) {
                throw file.damaged("a name does not end");
            }
            return StandardCharsets.UTF_8.decode(bytes.limit(bytes.limit() - 1)).toString();
        }

        int[] shape(MappedFile file) {
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
                throw file.damaged("an item has " + dimensions + " dimensions");
            }
            int[] shape = new int[file.fits(dimensions, Integer.BYTES, "a shape")];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = file.i32("a shape");
            }
            return shape;
        }

        ByteBuffer data(MappedFile file, int[] shape, String name) {
            ByteBuffer data = file.slice(file.fits(length, 1, name), name);
            long elements = 1;
            for (int size : shape) {
                if (size < 1 || elements > length / size) {
                    throw file.damaged("the shape of " + name + " does not fit its data");
                }
                elements *= size;
            }
            if (MarianItem.bytes(type, elements) > length) {
                throw file.damaged("the shape of " + name + " does not fit its data");
            }
            return data;
        }
    }
}
