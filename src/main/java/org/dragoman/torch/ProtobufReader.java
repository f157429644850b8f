package org.dragoman.torch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.dragoman.failure.DragomanException;

/**
 * The fields of one protobuf message, in the order of the file. Every length is checked against the
 * message around it before anything is allocated. Not thread-safe.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the wire format</a>
 */
final class ProtobufReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final Path file;
    private final byte[] bytes;
    private final int end;
    private int position;
    private int field;
    private int type;

    ProtobufReader(Path file, byte[] bytes) {
        this(file, bytes, 0, bytes.length);
    }

    private ProtobufReader(Path file, byte[] bytes, int position, int end) {
        this.file = file;
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    /** Goes to the next field, which must then be read or skipped; false at the message's end. */
    boolean next() {
        if (position == end) {
            return false;
        }
        long tag = rawVarint();
        if (tag >>> 3 == 0 || tag >>> 3 > Integer.MAX_VALUE >> 2) {
            throw fault("a field has a number that cannot be");
        }
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        return true;
    }

    int field() {
        return field;
    }

    long varint() {
        require(VARINT);
        return rawVarint();
    }

    boolean flag() {
        return varint() != 0;
    }

    float float32() {
        require(FIXED32);
        int start = take(4);
        int bits = 0;
        for (int i = 3; i >= 0; i--) {
            bits = bits << 8 | (bytes[start + i] & 0xff);
        }
        return Float.intBitsToFloat(bits);
    }

    byte[] bytes() {
        require(BYTES);
        int start = take(rawVarint());
        return Arrays.copyOfRange(bytes, start, position);
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    ProtobufReader message() {
        require(BYTES);
        int start = take(rawVarint());
        return new ProtobufReader(file, bytes, start, position);
    }

    void skip() {
        switch (type) {
            case VARINT -> rawVarint();
            case FIXED64 -> take(8);
            case BYTES -> take(rawVarint());
            case FIXED32 -> take(4);
            default -> throw fault("a field has an unknown wire type");
        }
    }

    DragomanException fault(String what) {
        return FileFault.in(file, what + " (before byte " + position + ")");
    }

    private void require(int expected) {
        if (type != expected) {
            throw fault("field " + field + " has the wrong wire type");
        }
    }

    /** Passes {@code count} bytes, of which it gives the first's place. */
    private int take(long count) {
        if (count < 0 || count > end - position) {
            throw fault("field " + field + " runs past the end");
        }
        int start = position;
        position += (int) count;
        return start;
    }

    private long rawVarint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[take(1)];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw fault("a number is longer than ten bytes");
    }
}
