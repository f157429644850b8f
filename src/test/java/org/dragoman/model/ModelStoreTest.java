package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelStoreTest {
    @TempDir Path temporary;
    private Path directory;
    private Path weights;
    private Path source;
    private ModelCard card;
    private ModelStore store;

    @BeforeEach
    void aStoreAndTheSourceOfOneModel() throws IOException {
        directory = temporary.resolve("models");
        weights = directory.resolve("tiny/weights.bin");
        source = temporary.resolve("source");
        card = TinyModels.card("tiny", TinyModels.folder(source, "tiny"));
        store = TinyModels.store(directory, card);
    }

    @Test
    void aModelComesFromAFolder() throws IOException {
        InstalledModel installed = store.install("tiny", Progress.NONE);

        assertThat(installed.file(ModelFile.Role.WEIGHTS))
                .hasBinaryContent(TinyModels.weights("tiny"));
        assertThat(store.state(card)).isEqualTo(ModelState.READY);
        assertThat(store.bytesOnDisk(card)).isEqualTo(card.bytes());
        assertNothingIsLeftOver();
    }

    @Test
    void aModelThatIsNotThereIsNotInstalled() {
        assertThat(refusal(() -> store.installed("tiny")).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(store.state(card)).isEqualTo(ModelState.AVAILABLE);
    }

    @Test
    void aNameTheCatalogueLacksIsUnknownAndNotEchoed() {
        DragomanException refusal = refusal(() -> store.installed("secret-name"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNKNOWN);
        assertThat(refusal).hasMessageNotContaining("secret-name");
    }

    @Test
    void aDamagedSourceInstallsNothing() throws IOException {
        for (byte[] wrong : List.of(new byte[3], new byte[400], new byte[70_000])) {
            Files.write(source.resolve("tiny/weights.bin"), wrong);

            DragomanException refusal = refusal(() -> store.install("tiny", Progress.NONE));

            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            assertThat(refusal).hasMessageContaining("tiny").hasMessageContaining("weights.bin");
            assertThat(directory.resolve("tiny")).doesNotExist();
            assertThat(store.state(card)).isEqualTo(ModelState.FAILED);
            assertNothingIsLeftOver();
        }
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.write(temporary.resolve("outside"), TinyModels.weights("tiny"));
        Files.delete(source.resolve("tiny/weights.bin"));
        Files.createSymbolicLink(source.resolve("tiny/weights.bin"), outside);

        assertThat(refusal(() -> store.install("tiny", Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void whatAKilledInstallationLeftIsNeverLoadedAndIsSweptAway() throws IOException {
        Path left = new Places(directory).work("tiny").resolve("new-tiny");
        Files.createDirectories(left);
        Files.write(left.resolve("weights.bin"), new byte[] {1});

        assertThat(refusal(() -> store.installed("tiny")).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        store.install("tiny", Progress.NONE);

        assertThat(store.verify("tiny")).isEmpty();
        assertNothingIsLeftOver();
    }

    @Test
    void aFullDiskIsSaidAndTheModelThatWasThereStays() throws IOException {
        store.install("tiny", Progress.NONE);
        flipOneBit();
        byte[] before = Files.readAllBytes(weights);
        ModelStore full = storeOn(new FullDisk());

        assertThat(refusal(() -> full.install("tiny", Progress.NONE)).code())
                .isEqualTo(ErrorCode.DISK_FULL);

        assertThat(weights).hasBinaryContent(before);
        assertNothingIsLeftOver();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaid() throws IOException {
        Files.writeString(directory, "a file where the directory should be");

        assertThat(refusal(() -> store.install("tiny", Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void progressNeverFallsAndEndsAtTheTotal() {
        List<Long> heard = new ArrayList<>();

        store.install(
                "tiny",
                (model, done, total) -> {
                    assertThat(total).isEqualTo(card.bytes());
                    heard.add(done);
                });

        assertThat(heard).isSorted().last().isEqualTo(card.bytes());
    }

    private void assertNothingIsLeftOver() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .isSubsetOf("tiny", ".locks");
        }
    }

    private void flipOneBit() throws IOException {
        byte[] content = Files.readAllBytes(weights);
        content[200] ^= 4;
        Files.write(weights, content);
    }

    private ModelStore storeOn(Disk disk) {
        return TinyModels.store(
                TinyModels.installation(directory, "no-such-python", disk), false, card);
    }

    private static DragomanException refusal(Runnable work) {
        return catchThrowableOfType(DragomanException.class, work::run);
    }

    /** Takes a hundred bytes and no more, as Linux would say it. */
    private static final class FullDisk extends Disk {
        @Override
        OutputStream create(Path file) throws IOException {
            return new FilterOutputStream(super.create(file)) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    out.write(bytes, from, Math.min(length, 100));
                    throw new IOException("No space left on device");
                }
            };
        }
    }
}
