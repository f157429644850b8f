package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.torch.Refusals.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index says which file a tensor is in, and may name nothing but files beside it. */
class ShardedCheckpointTest {
    private static final Path RESOURCES = Path.of("src/test/resources/torch");
    private static final String INDEX = "model.safetensors.index.json";

    @TempDir Path folder;
    @TempDir Path elsewhere;

    @BeforeEach
    void copyShards() throws IOException {
        Files.copy(RESOURCES.resolve("views.safetensors"), folder.resolve("a.safetensors"));
        Files.copy(
                Path.of("src/test/resources/goldens/bart/model.safetensors"),
                folder.resolve("b.safetensors"));
    }

    @Test
    void tensorsAreFoundInTheirShards() throws IOException {
        index(
                INDEX,
                "\"base\": \"a.safetensors\"",
                "\"model.decoder.layernorm_embedding.bias\": \"b.safetensors\"");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.names())
                    .containsExactlyInAnyOrder("base", "model.decoder.layernorm_embedding.bias");
            assertThat(checkpoint.shape("base")).containsExactly(6, 4);
            assertThat(checkpoint.floats("model.decoder.layernorm_embedding.bias", 24).remaining())
                    .isEqualTo(96);
            assertThat(checkpoint.type("base")).isEqualTo(StoredType.F32);
            assertThat(checkpoint.same("base", "base")).isTrue();
            assertThat(checkpoint.same("base", "model.decoder.layernorm_embedding.bias")).isFalse();
            assertThat(checkpoint.same("none", "none")).isFalse();
            refuses(INDEX, () -> checkpoint.bytes("rows"), "has no tensor rows");
        }
    }

    @Test
    void pickledShardsKeepTheirTiedWeights() throws IOException {
        Files.copy(RESOURCES.resolve("views.bin"), folder.resolve("one.bin"));
        index("pytorch_model.bin.index.json", "\"base\": \"one.bin\"", "\"tied\": \"one.bin\"");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.same("base", "tied")).isTrue();
        }
    }

    @Test
    void aSingleFileIsTakenBeforeAnIndex() throws IOException {
        Files.copy(RESOURCES.resolve("views.safetensors"), folder.resolve("model.safetensors"));
        index(INDEX, "\"x\": \"absent.safetensors\"");
        try (Checkpoint checkpoint = Checkpoint.open(folder)) {
            assertThat(checkpoint.has("rows")).isTrue();
        }
    }

    @Test
    void aFolderWithoutWeightsIsRefused() {
        String name = elsewhere.getFileName().toString();
        refuses(name, () -> Checkpoint.open(elsewhere), "holds neither model.safetensors nor");
    }

    @Test
    void namesThatAreNoPlainFilesAreRefused() throws IOException {
        Path outside = elsewhere.resolve("b.safetensors");
        Files.copy(RESOURCES.resolve("views.safetensors"), outside);
        for (String name :
                new String[] {
                    "../" + elsewhere.getFileName() + "/b.safetensors",
                    outside.toString(),
                    "..",
                    "",
                    ".hidden",
                    "a\\u0000"
                }) {
            refusesIndex("no plain file name", "\"base\": \"" + name + "\"");
        }
        Files.createSymbolicLink(folder.resolve("link.safetensors"), outside);
        refusesIndex("link.safetensors, which is a link", "\"base\": \"link.safetensors\"");
        refusesIndex("absent.safetensors, which is not there", "\"x\": \"absent.safetensors\"");
        refusesIndex("no plain file name", "\"base\": {}");
    }

    @Test
    void anIndexThatContradictsItsShardsIsRefused() throws IOException {
        Files.copy(folder.resolve("a.safetensors"), folder.resolve("c.safetensors"));
        index(INDEX, "\"gone\": \"a.safetensors\"");
        refuses("a.safetensors", () -> Checkpoint.open(folder), "gone, which the index says");
        refusesIndex(
                "is in two files", "\"base\": \"a.safetensors\"", "\"rows\": \"c.safetensors\"");
        refusesIndex(
                "cannot be read as JSON",
                "\"base\": \"a.safetensors\"",
                "\"base\": \"c.safetensors\"");
        Files.writeString(folder.resolve(INDEX), "{}");
        refuses(INDEX, () -> Checkpoint.open(folder), "has no weight_map");
    }

    private void refusesIndex(String reason, String... entries) throws IOException {
        index(INDEX, entries);
        refuses(INDEX, () -> Checkpoint.open(folder), reason);
    }

    private void index(String name, String... entries) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "{\"metadata\": {}, \"weight_map\": {" + String.join(", ", entries) + "}}");
    }
}
