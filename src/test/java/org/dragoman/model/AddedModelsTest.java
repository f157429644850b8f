package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of models after they were added. */
class AddedModelsTest {
    @TempDir Path temporary;
    private Path directory;
    private ModelStore store;
    private ModelFolders folders;

    @BeforeEach
    void anEmptyStore() {
        directory = temporary.resolve("models");
        store = TinyModels.store(directory);
        folders = new ModelFolders(store, List.of());
    }

    @Test
    void anotherProcesssStoreSeesTheModelAndItsReplacement() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        ModelStore serving = TinyModels.store(directory);
        assertThat(serving.cards()).isEmpty();

        ModelCard first = add(folder);
        assertThat(serving.cards()).containsExactly(first);

        Files.writeString(folder.resolve("model.safetensors"), "better weights");
        ModelCard second = add(folder);
        assertThat(second).isNotEqualTo(first);
        assertThat(serving.installed("mine").card()).isEqualTo(second);
    }

    @Test
    void aDirectoryThatWasReadLongAgoIsReadAgainWhenItChanges() throws Exception {
        AddedModels added = new AddedModels(new Places(directory));
        ModelCard one = add(HubFolders.marian(temporary.resolve("one")));
        Files.setLastModifiedTime(directory, FileTime.fromMillis(1_000_000));
        assertThat(added.cards()).containsExactly(one);

        ModelCard two = add(HubFolders.marian(temporary.resolve("two")));

        assertThat(added.cards()).containsExactly(one, two);
    }

    @Test
    void aCardThatIsDamagedHidesItsModelAndNoOther() throws IOException {
        ModelCard one = add(HubFolders.marian(temporary.resolve("one")));
        add(HubFolders.marian(temporary.resolve("two")));
        add(HubFolders.marian(temporary.resolve("three")));
        Files.writeString(directory.resolve("two/card.json"), "{\"name\": \"two\"}");
        Files.copy(
                directory.resolve("one/card.json"),
                directory.resolve("three/card.json"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(TinyModels.store(directory).cards()).containsExactly(one);
    }

    @Test
    void aDamagedCopyIsFoundAndAddingTheFolderAgainRepairsIt() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        add(folder);
        Files.writeString(directory.resolve("mine/source.spm"), "Source");

        assertThat(store.verify("mine")).singleElement().asString().startsWith("source.spm does");
        assertThat(
                        catchThrowableOfType(DragomanException.class, () -> store.installed("mine"))
                                .code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);

        add(folder);
        assertThat(store.verify("mine")).isEmpty();
    }

    @Test
    void aFullDiskIsSaidAndTheModelThatWasThereStays() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        ModelCard first = add(folder);
        Files.writeString(folder.resolve("model.safetensors"), "better weights");
        Disk full =
                new Disk() {
                    @Override
                    OutputStream create(Path file) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        ModelStore stuck =
                TinyModels.store(TinyModels.installation(directory, "none", full), false);

        DragomanException told =
                catchThrowableOfType(
                        DragomanException.class,
                        () ->
                                new ModelFolders(stuck, List.of())
                                        .add(folder, Wish.NONE, Progress.NONE));

        assertThat(told.code()).isEqualTo(ErrorCode.DISK_FULL);
        assertThat(store.installed("mine").card()).isEqualTo(first);
        assertThat(new Places(directory).work("mine")).doesNotExist();
    }

    private ModelCard add(Path folder) {
        return folders.add(folder, Wish.NONE, Progress.NONE);
    }
}
