package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.dragoman.model.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a file, it loads or is refused by name: nothing else happens. */
class DamagedModelTest {

    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    /** Where a model's lengths, names and shapes are; the rest is numbers. */
    private static final int HEADER = 16_000;

    @TempDir Path directory;

    @Test
    void aDamagedModelLoadsOrIsRefused() throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        Path path = tiny.write(directory.resolve("broken.bin"));
        Mutations mutations = new Mutations(7);
        long open = NativeHandles.open();
        int refused = 0;
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            byte[] intact = new byte[HEADER];
            file.readFully(intact);
            for (int i = 0; i < CASES; i++) {
                file.seek(0);
                file.write(mutations.inPlace(intact, 0, HEADER));
                refused += Refusals.refused("broken.bin", () -> loadModel(path)) ? 1 : 0;
            }
        }
        assertThat(refused).isBetween(CASES / 2, CASES - 1);
        assertThat(NativeHandles.open()).isEqualTo(open);
    }

    @Test
    void aModelCutShortIsRefused() throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        byte[] intact = Files.readAllBytes(tiny.write(directory.resolve("model.bin")));
        Random random = new Random(9);
        for (int i = 0; i < 20; i++) {
            int length = i < 10 ? random.nextInt(HEADER) : random.nextInt(intact.length);
            Path path = directory.resolve("cut.bin");
            Files.write(path, Arrays.copyOf(intact, length));
            Refusals.refuses("cut.bin", () -> loadModel(path), "passes the end of the file");
        }
    }

    /** Two gigabytes of which one page is written: counts that fit must still not be believed. */
    @Test
    void countsThatFitAHollowFileTakeNoHeap() throws IOException {
        Path model = hollow("model.bin", 1, 60_000_000);
        Refusals.refuses("model.bin", () -> loadModel(model), "more than 65536 items");
        Path name = hollow("name.bin", 1, 1, 1 << 30, 0x101, 1, 1);
        Refusals.refuses("name.bin", () -> loadModel(name), "a name is longer than 256");
        Path list = hollow("lex.bin", 0xF11A48D5013417F5L, 0, 4, 5, 200_000_000, 5);
        Refusals.refuses("lex.bin", () -> Shortlist.read(list, 100), "larger than that of any");
    }

    @Test
    void aDamagedShortlistLoadsOrIsRefused() throws IOException {
        TinyBergamot tiny = new TinyBergamot(256, 1536, 2, true, true);
        byte[] intact = Files.readAllBytes(tiny.writeShortlist(directory.resolve("lex.bin")));
        Path path = directory.resolve("broken.bin");
        Mutations mutations = new Mutations(8);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            int to = i % 2 == 0 ? 48 : intact.length;
            Files.write(path, mutations.within(intact, 0, to));
            Runnable load = () -> Shortlist.read(path, tiny.targetIds());
            refused += Refusals.refused("broken.bin", load) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    private static void loadModel(Path path) {
        BergamotModel.load(new MarianFile(path), null, Precision.INT8).close();
    }

    private Path hollow(String name, long... start) throws IOException {
        Path path = directory.resolve(name);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * start.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(start);
            file.write(bytes.array());
            file.setLength(Integer.MAX_VALUE);
        }
        return path;
    }
}
