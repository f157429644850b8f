package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages files: bits, lengths, chunks that are gone or there twice, and nested garbage. */
final class Mutations {
    private static final long[] NUMBERS = {
        0, 1, -1, 255, 1L << 31, Integer.MAX_VALUE, 1L << 33, 1L << 53, 1L << 60, Long.MIN_VALUE
    };

    private static final String[] GARBAGE = {
        "[".repeat(5000),
        "{\"a\":".repeat(500),
        "(".repeat(5000),
        ")\u0085\u0085\u0085",
        "}q\0h\0",
        "cos\nsystem\n",
        "1152921504606846976",
        "-1",
        "NaN",
        "1e9",
        "null",
        "\"",
        "\u008b\u00ff\u00ff\u00ff\u007f",
        "PK\5\6"
    };

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    /** A copy of a file with up to three edits to the part from one byte to another. */
    byte[] within(byte[] intact, int from, int to) {
        byte[] part = Arrays.copyOfRange(intact, from, to);
        for (int edits = random.nextInt(3); edits >= 0; edits--) {
            part = edit(part);
        }
        return splice(intact, from, to, part);
    }

    /** The same, the rest of the file staying where it was: the part is cut or filled up. */
    byte[] inPlace(byte[] intact, int from, int to) {
        byte[] damaged = within(intact, from, to);
        int length = to - from;
        byte[] part =
                Arrays.copyOf(
                        Arrays.copyOfRange(damaged, from, damaged.length - (intact.length - to)),
                        length);
        return splice(intact, from, to, part);
    }

    private byte[] edit(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = at + random.nextInt(Math.min(200, bytes.length - at) + 1);
        byte[] nothing = new byte[0];
        return switch (random.nextInt(6)) {
            case 0 -> splice(bytes, at, bytes.length, nothing);
            case 1 -> splice(bytes, at, end, nothing);
            case 2 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
            case 3 -> over(bytes, at, number(1 << random.nextInt(4)));
            case 4 -> splice(bytes, at, end, garbage());
            default -> flipped(bytes, at);
        };
    }

    private byte[] garbage() {
        return GARBAGE[random.nextInt(GARBAGE.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] number(int width) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(NUMBERS[random.nextInt(NUMBERS.length)]);
        return Arrays.copyOf(bytes.array(), width);
    }

    private byte[] flipped(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        if (at < bytes.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] over(byte[] bytes, int at, byte[] written) {
        return splice(bytes, at, Math.min(bytes.length, at + written.length), written);
    }

    private static byte[] splice(byte[] bytes, int from, int to, byte[] written) {
        byte[] spliced = Arrays.copyOf(bytes, from + written.length + bytes.length - to);
        System.arraycopy(written, 0, spliced, from, written.length);
        System.arraycopy(bytes, to, spliced, from + written.length, bytes.length - to);
        return spliced;
    }
}
