package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a model on disk is seen before it is loaded. */
class DamagedModelTest {
    @TempDir Path temporary;
    private Path directory;
    private Path weights;
    private ModelCard card;
    private ModelStore store;

    @BeforeEach
    void aStoreAndTheSourceOfOneModel() throws IOException {
        directory = temporary.resolve("models");
        weights = directory.resolve("tiny/weights.bin");
        card = TinyModels.card("tiny", TinyModels.folder(temporary.resolve("source"), "tiny"));
        store = TinyModels.store(directory, card);
    }

    @Test
    void oneFlippedBitIsRefusedByName() throws IOException {
        store.install("tiny", Progress.NONE);
        flipOneBit();

        assertDamaged("weights.bin does not have the checksum");
    }

    @Test
    void aTruncatedFileIsRefusedByName() throws IOException {
        store.install("tiny", Progress.NONE);
        Files.write(weights, new byte[] {1, 2, 3});

        assertThat(store.state(card)).isEqualTo(ModelState.FAILED);
        assertDamaged("weights.bin has 3 bytes instead of 400");
    }

    @Test
    void anOverlongFileIsRefusedByName() throws IOException {
        store.install("tiny", Progress.NONE);
        Files.write(weights, new byte[401]);

        assertDamaged("weights.bin has 401 bytes instead of 400");
    }

    @Test
    void aMissingFileIsRefusedByName() throws IOException {
        store.install("tiny", Progress.NONE);
        Files.delete(weights);

        assertDamaged("weights.bin is missing");
    }

    @Test
    void aHalfWrittenModelIsNotReplacedUnasked() throws IOException {
        Files.createDirectories(directory.resolve("tiny"));
        Files.write(weights, new byte[] {1, 2, 3});

        assertThat(refusal(() -> store.obtain("tiny")).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(weights).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void installingAgainRepairsADamagedModel() throws IOException {
        store.install("tiny", Progress.NONE);
        flipOneBit();
        assertDamaged("weights.bin");

        store.install("tiny", Progress.NONE);

        assertThat(store.installed("tiny").file(ModelFile.Role.WEIGHTS))
                .hasBinaryContent(TinyModels.weights("tiny"));
        assertThat(store.problem(card)).isEmpty();
    }

    @Test
    void verifyingReadsWhatSeemsUnchangedAgain() throws IOException {
        store.install("tiny", Progress.NONE);
        FileTime before = Files.getLastModifiedTime(weights);
        flipOneBit();
        Files.setLastModifiedTime(weights, before);

        assertThat(store.verify("tiny")).hasSize(1).first().asString().contains("weights.bin");
        assertDamaged("weights.bin does not have the checksum");
    }

    @Test
    void verifyingNamesEveryDamagedFile() throws IOException {
        store.install("tiny", Progress.NONE);
        flipOneBit();
        Files.delete(directory.resolve("tiny/config.json"));

        assertThat(store.verify("tiny"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("weights.bin"),
                        second -> assertThat(second).contains("config.json"));
    }

    private void assertDamaged(String problem) {
        DragomanException refusal = refusal(() -> store.installed("tiny"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal).hasMessageContaining("Model tiny").hasMessageContaining(problem);
        assertThat(store.state(card)).isEqualTo(ModelState.FAILED);
        assertThat(store.problem(card)).get().asString().contains(problem);
    }

    private void flipOneBit() throws IOException {
        byte[] content = Files.readAllBytes(weights);
        content[200] ^= 4;
        Files.write(weights, content);
    }

    private static DragomanException refusal(Runnable work) {
        return catchThrowableOfType(DragomanException.class, work::run);
    }
}
