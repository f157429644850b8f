package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.dragoman.failure.DragomanException;

/**
 * A named array of a Marian file. Immutable; its bytes stay in the file.
 *
 * @param shape sizes, at least 1 each, checked to fit the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record MarianItem(MarianFile file, String name, Type type, int[] shape, ByteBuffer bytes) {

    /** The types that occur; the code is Marian's. */
    enum Type {
        FLOAT32(0x404, Float.BYTES),
        INT8(0x4101, 1),
        BYTES(0x101, 1);

        private final long code;
        private final int size;

        Type(long code, int size) {
            this.code = code;
            this.size = size;
        }

        long code() {
            return code;
        }

        /** Bytes of one element. */
        int size() {
            return size;
        }
    }

    /** Elements, from a shape that was checked to fit the file. */
    int length() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Bytes an item of this type and length takes at least. */
    static long bytes(Type type, long length) {
        return length * type.size() + (type == Type.INT8 ? Float.BYTES : 0);
    }

    /** The values of a float item. */
    float[] floats() {
        require(Type.FLOAT32);
        float[] values = new float[length()];
        bytes.duplicate().order(bytes.order()).asFloatBuffer().get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw damaged("holds a value that is not finite");
            }
        }
        return values;
    }

    /** The values of an int8 item, each to be divided by the {@link #multiplier}. */
    ByteBuffer integers() {
        require(Type.INT8);
        return bytes.slice(0, length());
    }

    /** Units of an int8 item in 1. */
    float multiplier() {
        require(Type.INT8);
        return positive(bytes.getFloat(length()));
    }

    /** The only value of a float item; above zero. */
    float scalar() {
        return positive(floats()[0]);
    }

    private float positive(float value) {
        if (!(value > Float.MIN_NORMAL && value < Float.MAX_VALUE)) {
            throw damaged("has a multiplier that is not a positive number");
        }
        return value;
    }

    void require(Type wanted) {
        if (type != wanted) {
            throw damaged("is " + type + " and not " + wanted);
        }
    }

    void require(int... wanted) {
        if (!Arrays.equals(shape, wanted)) {
            throw damaged("is " + Arrays.toString(shape) + " and not " + Arrays.toString(wanted));
        }
    }

    private DragomanException damaged(String problem) {
        return file.damaged(name + " " + problem);
    }
}
