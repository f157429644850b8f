package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.torch.Refusals.refuses;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of torch.save hold the same tensors as the safetensors made of them. */
class PickledTensorsTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final Path RESOURCES = Path.of("src/test/resources/torch");
    private static final byte[] FLOAT = new byte[4];

    @TempDir Path folder;

    @Test
    void aPickledModelHoldsTheTensorsOfItsSafetensors() {
        try (Checkpoint pickled = Checkpoint.open(GOLDENS.resolve("bart-bin"));
                Checkpoint safe = Checkpoint.open(GOLDENS.resolve("bart"))) {
            assertThat(pickled.names()).containsAll(safe.names());
            for (String name : safe.names()) {
                assertSame(pickled, safe, name);
            }
        }
    }

    @Test
    void tiedWeightsAreOne() {
        String shared = "model.shared.weight";
        try (Checkpoint pickled = Checkpoint.open(GOLDENS.resolve("bart-bin"))) {
            for (String tied :
                    Set.of(
                            "lm_head.weight",
                            "model.encoder.embed_tokens.weight",
                            "model.decoder.embed_tokens.weight")) {
                assertThat(pickled.same(shared, tied)).isTrue();
                assertThat(pickled.bytes(tied)).isEqualTo(pickled.bytes(shared));
            }
            assertThat(pickled.same(shared, "final_logits_bias")).isFalse();
            assertThat(pickled.same(shared, "absent")).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"views.bin", "views-protocol-4.bin"})
    void everyTypeAndEveryViewOfAStorageIsRead(String file) {
        try (Checkpoint pickled = PickledTensors.open(RESOURCES.resolve(file));
                Checkpoint safe = SafeTensors.open(RESOURCES.resolve("views.safetensors"))) {
            assertThat(pickled.names()).containsExactlyInAnyOrderElementsOf(safe.names());
            for (String name : safe.names()) {
                assertSame(pickled, safe, name);
            }
            assertThat(pickled.same("base", "tied")).isTrue();
            assertThat(pickled.same("base", "transposed")).isFalse();
            assertThat(pickled.same("rows", "columns")).isFalse();
            assertThat(pickled.bytes("rows").isDirect()).isTrue();
            assertThat(pickled.bytes("transposed").isDirect()).isTrue();
        }
    }

    @Test
    void thePrefixOfTheMembersDoesNotMatter() throws IOException {
        byte[] pickle = new TinyPickle().tensor(1, 0, new long[0], new long[0]).asTable();
        Path file = folder.resolve("any.bin");
        try (TinyZip zip = new TinyZip(file)) {
            zip.add("some/where/data.pkl", pickle).add("some/where/data/0", FLOAT);
        }
        try (Checkpoint checkpoint = PickledTensors.open(file)) {
            assertThat(checkpoint.floats("w").getFloat()).isZero();
        }
    }

    /** The hole takes no room on the disk. */
    @Test
    void aTensorBeyondFourGibibytesIsFound() throws IOException {
        byte[] pickle = new TinyPickle().tensor(2, 0, new long[] {2}, new long[] {1}).asTable();
        Path file = folder.resolve("large.bin");
        try (TinyZip zip = new TinyZip(file)) {
            zip.add("m/data.pkl", pickle).seek(5L << 30);
            zip.add("m/data/0", new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40});
        }
        try (Checkpoint checkpoint = PickledTensors.open(file)) {
            assertThat(checkpoint.floats("w", 2).asFloatBuffer().get(1)).isEqualTo(2);
        }
    }

    @Test
    void aPickleThatCallsTheSystemIsRefusedByNameAndCallsNothing() throws IOException {
        Path made = Path.of("/tmp/pwned-by-pickle");
        Files.deleteIfExists(made);
        refuses(
                "pytorch_model.bin",
                () -> Checkpoint.open(GOLDENS.resolve("malicious")),
                "names posix.system, which is never called");
        assertThat(made).doesNotExist();
    }

    @Test
    void aFileOfOldTorchIsToldWhatToDo() throws IOException {
        Path file = folder.resolve("old.bin");
        Files.write(
                file,
                new TinyPickle().op(0x80, 2, 0x8a, 10).op("l\374\234F\371 j\250P\031.").bytes());
        refuses("old.bin", () -> PickledTensors.open(file), "before 1.6; load and save it");
    }

    private static void assertSame(Checkpoint one, Checkpoint other, String name) {
        ByteBuffer bytes = one.bytes(name);
        assertThat(one.type(name)).as(name).isEqualTo(other.type(name));
        assertThat(one.shape(name)).as(name).isEqualTo(other.shape(name));
        assertThat(bytes).as(name).isEqualTo(other.bytes(name));
    }
}
