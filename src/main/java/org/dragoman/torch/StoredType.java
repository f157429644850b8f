package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The types of numbers in a checkpoint, by the names safetensors gives them. */
enum StoredType {
    F64(8),
    F32(4),
    F16(2),
    BF16(2),
    F8_E4M3(1),
    F8_E5M2(1),
    F8_E8M0(1),
    C64(8),
    I64(8),
    I32(4),
    I16(2),
    I8(1),
    U64(8),
    U32(4),
    U16(2),
    U8(1),
    BOOL(1);

    private final int bytes;

    StoredType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** Whether {@link #widen} knows it. */
    boolean isFloat() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** The numbers in float32, little endian: the buffer itself when they are. */
    ByteBuffer widen(ByteBuffer numbers) {
        if (this == F32) {
            return numbers;
        }
        int count = numbers.remaining() / bytes;
        ByteBuffer wide = ByteBuffer.allocateDirect(count * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            short bits = numbers.getShort(i * 2);
            wide.putInt(i * 4, this == BF16 ? bits << 16 : half(bits));
        }
        return wide;
    }

    /** IEEE 754 binary16 as the bits of binary32. */
    private static int half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0x1f) {
            return sign | 0x7f800000 | fraction << 13;
        }
        if (exponent != 0) {
            return sign | (exponent + 112) << 23 | fraction << 13;
        }
        return sign | Float.floatToRawIntBits(fraction * 0x1p-24f);
    }
}
