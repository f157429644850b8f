package org.dragoman.torch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles opcode by opcode, right or wrong. */
final class TinyPickle {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Opcodes without arguments, or arguments themselves. */
    TinyPickle op(int... bytes) {
        for (int next : bytes) {
            out.write(next);
        }
        return this;
    }

    TinyPickle op(String opcodes) {
        out.writeBytes(opcodes.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    TinyPickle text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return op('X').i32(bytes.length).op(text);
    }

    TinyPickle i32(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    TinyPickle i64(long value) {
        out.writeBytes(
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
        return this;
    }

    TinyPickle number(long value) {
        return op(0x8a, 8).i64(value);
    }

    TinyPickle numbers(long... values) {
        op('(');
        for (long value : values) {
            number(value);
        }
        return op('t');
    }

    /** A tensor of floats in the storage "0" of so many numbers. */
    TinyPickle tensor(long count, long offset, long[] shape, long[] strides) {
        return tensor("0", count, offset, shape, strides);
    }

    TinyPickle tensor(String key, long count, long offset, long[] shape, long[] strides) {
        op("ctorch._utils\n_rebuild_tensor_v2\n((").text("storage");
        op("ctorch\nFloatStorage\n").text(key).text("cpu").number(count).op("tQ");
        return number(offset).numbers(shape).numbers(strides).op(0x89, '}', 't', 'R');
    }

    /** A table of one entry "w", which is what was written up to now. */
    byte[] asTable() {
        byte[] value = out.toByteArray();
        TinyPickle table = new TinyPickle().op(0x80, 2, '}').text("w");
        table.out.writeBytes(value);
        return table.op("s.").bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
