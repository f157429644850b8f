package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.torch.Refusals.refused;
import static org.dragoman.torch.Refusals.touch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged checkpoint is read to its last byte or refused by name, at bounded cost. */
class DamagedCheckpointTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");

    @TempDir Path folder;

    @Test
    void damagedSafetensorsAreReadOrRefused() throws IOException {
        byte[] intact = Files.readAllBytes(GOLDENS.resolve("bart/model.safetensors"));
        int header = (int) ByteBuffer.wrap(intact).order(ByteOrder.LITTLE_ENDIAN).getLong() + 8;
        Mutations mutations = new Mutations(41);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            int from = i % 4 == 0 ? 0 : Long.BYTES;
            int to = i % 8 == 0 ? intact.length : header;
            byte[] damaged =
                    i % 2 == 0
                            ? mutations.within(intact, from, to)
                            : mutations.inPlace(intact, from, to);
            refused += opens(damaged, SafeTensors::open) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    @Test
    void damagedPicklesAreReadOrRefused() throws IOException {
        byte[] intact = Files.readAllBytes(GOLDENS.resolve("bart-bin/pytorch_model.bin"));
        ZipDirectory.Region pickle =
                TensorFile.open(
                        GOLDENS.resolve("bart-bin/pytorch_model.bin"),
                        file -> {
                            ZipDirectory.Region region =
                                    ZipDirectory.read(file).region("pytorch_model/data.pkl");
                            file.close();
                            return region;
                        });
        int from = (int) pickle.offset();
        int to = from + (int) pickle.size();
        Mutations mutations = new Mutations(43);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            refused += opens(mutations.inPlace(intact, from, to), PickledTensors::open) ? 0 : 1;
        }
        assertThat(refused).isBetween(CASES / 4, CASES - 1);
    }

    @Test
    void damagedArchivesAreReadOrRefused() throws IOException {
        byte[] intact = Files.readAllBytes(GOLDENS.resolve("bart-bin/pytorch_model.bin"));
        int directory =
                ByteBuffer.wrap(intact)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(intact.length - 22 + 16);
        Mutations mutations = new Mutations(47);
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            int from = i % 4 == 0 ? 0 : directory;
            byte[] damaged =
                    i % 2 == 0
                            ? mutations.within(intact, from, intact.length)
                            : mutations.inPlace(intact, from, intact.length);
            refused += opens(damaged, PickledTensors::open) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(CASES / 2);
    }

    private boolean opens(byte[] bytes, Function<Path, Checkpoint> opener) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        return !refused(
                "damaged",
                () -> {
                    try (Checkpoint checkpoint = opener.apply(file)) {
                        touch(checkpoint);
                    }
                });
    }
}
