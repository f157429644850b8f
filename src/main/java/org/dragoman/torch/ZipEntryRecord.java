package org.dragoman.torch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a zip directory says of a member. Immutable.
 *
 * @param offset of the member's own header in the file
 * @param size in bytes, stored as they are
 */
record ZipEntryRecord(String name, long offset, long size) {
    private static final int SIGNATURE = 0x02014b50;
    private static final int LENGTH = 46;
    private static final int WIDE = 1;
    private static final long IS_WIDE = 0xffffffffL;

    /** Reads the record at the buffer's position and moves behind it. */
    static ZipEntryRecord read(TensorFile file, ByteBuffer records) {
        try {
            ByteBuffer fixed = part(records, LENGTH);
            if (fixed.getInt(0) != SIGNATURE) {
                throw file.damaged("its zip directory is damaged");
            }
            String name = text(part(records, Short.toUnsignedInt(fixed.getShort(28))));
            ByteBuffer extra = part(records, Short.toUnsignedInt(fixed.getShort(30)));
            part(records, Short.toUnsignedInt(fixed.getShort(32)));
            long[] sizes = {
                Integer.toUnsignedLong(fixed.getInt(24)),
                Integer.toUnsignedLong(fixed.getInt(20)),
                Integer.toUnsignedLong(fixed.getInt(42))
            };
            widen(sizes, extra);
            check(file, name, sizes, fixed);
            return new ZipEntryRecord(name, sizes[2], sizes[0]);
        } catch (BufferUnderflowException cut) {
            throw file.damaged("its zip directory is cut short");
        }
    }

    private static void check(TensorFile file, String name, long[] sizes, ByteBuffer fixed) {
        boolean encrypted = (fixed.getShort(8) & 1) != 0;
        if (encrypted || fixed.getShort(10) != 0 || sizes[0] != sizes[1]) {
            throw file.damaged(
                    FileFault.plain(name) + " is compressed, which no checkpoint of PyTorch is");
        }
        requirePlain(file, name);
        if (sizes[0] < 0 || sizes[2] < 0 || sizes[2] > file.size()) {
            throw file.damaged(FileFault.plain(name) + " passes the end of the file");
        }
    }

    private static void requirePlain(TensorFile file, String name) {
        boolean outside =
                name.startsWith("/")
                        || name.contains("\\")
                        || Arrays.asList(name.split("/", -1)).contains("..");
        if (outside) {
            throw file.damaged(FileFault.plain(name) + " is not a plain path");
        }
    }

    /** Where a field of 32 bits is all ones, the extra field holds it in 64, in this order. */
    private static void widen(long[] sizes, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = Short.toUnsignedInt(extra.getShort());
            ByteBuffer field = part(extra, Short.toUnsignedInt(extra.getShort()));
            for (int i = 0; i < sizes.length && id == WIDE; i++) {
                sizes[i] = sizes[i] == IS_WIDE ? field.getLong() : sizes[i];
            }
        }
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static ByteBuffer part(ByteBuffer records, int length) {
        if (length > records.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer part = records.slice(records.position(), length).order(records.order());
        records.position(records.position() + length);
        return part;
    }
}
