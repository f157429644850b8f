package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the header says is held against the file before anything is made of it. */
class SafeTensorsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/torch");

    @TempDir Path folder;

    @Test
    void numbersOfThirtyTwoAndSixteenBitsAreRead() throws IOException {
        Path file =
                write(
                        "{\"__metadata__\":{\"format\":\"pt\"},"
                                + entry("single", "F32", "[2]", 0, 8)
                                + ","
                                + entry("half", "F16", "[1,6]", 8, 20)
                                + ","
                                + entry("brain", "BF16", "[2]", 20, 24)
                                + "}",
                        buffer -> {
                            buffer.putFloat(1.5f).putFloat(-0.25f);
                            for (int bits :
                                    new int[] {0x3c00, 0xc000, 0x0001, 0x7c00, 0x8000, 0x7bff}) {
                                buffer.putShort((short) bits);
                            }
                            buffer.putShort((short) 0x3fc0).putShort((short) 0xbf80);
                        });
        try (SafeTensors tensors = SafeTensors.open(file)) {
            assertThat(tensors.has("single")).isTrue();
            assertThat(tensors.has("__metadata__")).isFalse();
            assertThat(read(tensors.floats("single", 2))).containsExactly(1.5f, -0.25f);
            assertThat(read(tensors.floats("half", 1, 6)))
                    .containsExactly(1, -2, 0x1p-24f, Float.POSITIVE_INFINITY, -0.0f, 65504);
            assertThat(read(tensors.floats("brain", 2))).containsExactly(1.5f, -1);
        }
    }

    @Test
    void aTensorThatIsMissingOrNotWhatIsAskedForIsRefusedByName() throws IOException {
        Path file =
                write("{" + entry("ids", "I64", "[1]", 0, 8) + "}", buffer -> buffer.putLong(7));
        try (SafeTensors tensors = SafeTensors.open(file)) {
            refuses(() -> tensors.floats("ids", 1), "ids has the type I64");
            refuses(() -> tensors.floats("ids", 2), "ids has an unexpected shape");
            refuses(() -> tensors.floats("none", 1), "no tensor none");
        }
    }

    @Test
    void headersThatDoNotFitTheirFileAreRefused() throws IOException {
        refusesFile(RESOURCES.resolve("huge-header.safetensors"), "header does not fit");
        refusesFile(RESOURCES.resolve("truncated.safetensors"), "passes the end of the file");
        refusesHeader(entry("w", "F32", "[4]", 0, 16), "w passes the end");
        refusesHeader(entry("w", "F32", "[1]", 0, 8), "w has offsets");
        refusesHeader(entry("w", "F32", "[1]", 4, 0), "w has offsets");
        refusesHeader(entry("w", "F99", "[1]", 0, 4), "w has the unsupported type F99");
        refusesHeader(entry("w", "F32", "[-1]", 0, 4), "not sizes");
        refusesHeader(entry("w", "F32", "[1.5]", 0, 4), "not sizes");
        refusesHeader(entry("w", "F32", "[99999999999999999999]", 0, 4), "not sizes");
        refusesHeader(
                entry("w", "F32", "[4000000000000,4000000000000]", 0, 4), "too large for any file");
        refusesHeader("\"w\":7", "w is not described");
        refusesHeader("\"w\"", "not JSON");
        refusesFile(Files.write(folder.resolve("short"), new byte[7]), "header does not fit");
        refusesFile(folder.resolve("absent"), "cannot be read");
    }

    private void refusesHeader(String entry, String reason) throws IOException {
        refusesFile(write("{" + entry + "}", buffer -> buffer.putInt(0)), reason);
    }

    private static void refusesFile(Path file, String reason) {
        refuses(() -> SafeTensors.open(file).close(), reason);
    }

    private static void refuses(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageContaining(reason);
    }

    private static String entry(String name, String type, String shape, long from, long to) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
                .formatted(name, type, shape, from, to);
    }

    private Path write(String header, Consumer<ByteBuffer> body) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer =
                ByteBuffer.allocate(8 + text.length + 64).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(text.length).put(text);
        body.accept(buffer);
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return Files.write(folder.resolve("written.safetensors"), bytes);
    }

    private static float[] read(ByteBuffer numbers) {
        float[] values = new float[numbers.remaining() / 4];
        numbers.asFloatBuffer().get(values);
        return values;
    }
}
