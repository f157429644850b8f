package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file, it loads or is refused by name: nothing else happens. */
class DamagedModelTest {

    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    /** Where a model's lengths, names and shapes are; the rest is numbers. */
    private static final int HEADER = 16_000;

    private static final long[] NASTY = {
        0,
        1,
        -1,
        255,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        1L << 33
    };

    @TempDir Path directory;

    @Test
    void aDamagedModelLoadsOrIsRefused() throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        byte[] intact = Files.readAllBytes(tiny.write(directory.resolve("model.bin")));
        Path path = directory.resolve("broken.bin");
        Random random = new Random(7);
        long open = NativeHandles.open();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            Files.write(path, damage(intact, HEADER, random));
            refused += refuses(path, () -> loadModel(path)) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(CASES / 2);
        assertThat(NativeHandles.open()).isEqualTo(open);
    }

    @Test
    void aDamagedShortlistLoadsOrIsRefused() throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        byte[] intact = Files.readAllBytes(tiny.writeShortlist(directory.resolve("lex.bin")));
        Path path = directory.resolve("broken.bin");
        Random random = new Random(8);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            Files.write(path, damage(intact, intact.length, random));
            refused += refuses(path, () -> Shortlist.read(path, tiny.targetIds())) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    private static void loadModel(Path path) {
        BergamotModel.load(new MarianFile(path), null, Precision.INT8).close();
    }

    private static boolean refuses(Path path, Runnable load) {
        try {
            load.run();
            return false;
        } catch (DragomanException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            assertThat(e).hasMessageContaining(path.getFileName().toString());
            return true;
        }
    }

    /** Cuts the file, changes a byte, or puts a nasty number in place of eight bytes. */
    private static byte[] damage(byte[] intact, int within, Random random) {
        byte[] damaged = intact.clone();
        int place = random.nextInt(Math.min(within, intact.length) - Long.BYTES);
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(damaged, random.nextInt(intact.length));
            }
            case 1 -> damaged[place] ^= (byte) (1 << random.nextInt(8));
            case 2 -> damaged[place] = (byte) random.nextInt();
            default ->
                    ByteBuffer.wrap(damaged)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(place & ~7, NASTY[random.nextInt(NASTY.length)]);
        }
        return damaged;
    }
}
