package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dragoman.torch.Refusals.allocated;
import static org.dragoman.torch.Refusals.refuses;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A header cannot make its reader take more heap than it is worth, nor tensors share bytes. */
class HostileSafeTensorsTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");

    @TempDir Path folder;

    /** So that no measurement counts the parser's classes. */
    @BeforeEach
    void loadClasses() {
        SafeTensors.open(GOLDENS.resolve("bart/model.safetensors")).close();
    }

    @Test
    void headersThatDoNotFitAreRefused() {
        for (String damaged : new String[] {"truncated", "huge-header"}) {
            refuses(
                    "model.safetensors",
                    () -> Checkpoint.open(GOLDENS.resolve(damaged)),
                    "the file");
        }
    }

    @Test
    void tensorsThatOverlapOrLeaveAHoleAreRefused() throws IOException {
        String reason = "overlap or leave a hole";
        refusesHeader("{" + entry("a", "[0,4]") + "," + entry("b", "[0,4]") + "}", 4, reason);
        refusesHeader("{" + entry("a", "[0,4]") + "," + entry("b", "[8,12]") + "}", 12, reason);
        refusesHeader("{" + entry("a", "[4,8]") + "}", 8, reason);
        refusesHeader("{" + entry("a", "[0,4]") + "}", 8, "goes on after its last tensor");
    }

    @Test
    void whatIsSaidTwiceIsRefused() throws IOException {
        String good = entry("a", "[0,4]");
        refusesHeader("{" + good + "," + good + "}", 4, "two tensors a");
        String twice = good.replace("\"shape\"", "\"dtype\":\"F32\",\"shape\"");
        refusesHeader("{" + twice + "}", 4, "a is described twice");
        refusesHeader("{" + good + "}{}", 4, "something follows");
    }

    @Test
    void sizesThatAreNoSizesAreRefused() throws IOException {
        for (String size :
                new String[] {"NaN", "1e0", "-4", "true", "\"1\"", "[1]", "{}", "null"}) {
            refusesHeader("{" + entry("a", "[0," + size + "]") + "}", 4, "");
        }
        String deep = "[".repeat(1_000_000);
        refusesHeader("{" + entry("a", deep + "]") + "}", 4, "not sizes");
        refusesHeader("{\"a\":" + deep + "}", 4, "a is not described");
        refusesHeader("{\"__metadata__\":" + deep + "}", 4, "not JSON of the right form");
        refusesHeader("{" + entry("a", "[" + "0,".repeat(1_000_000) + "0]") + "}", 4, "not sizes");
    }

    @Test
    void longNamesAndManyTensorsAreRefusedAtLittleCost() throws IOException {
        String longest = "n".repeat(40_000_000);
        refusesHeader("{" + entry(longest, "[0,4]") + "}", 4, "not JSON of the right form");
        refusesHeader("{\"a\":{\"dtype\":\"" + longest + "\"}}", 4, "not JSON of the right form");
        refusesHeader("{\"a\":{\"shape\":[" + "1".repeat(40_000_000) + "]}}", 4, "not JSON");
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 70_000; i++) {
            many.append(entry("tensor" + i, "[0,0]").replace("[1]", "[0]")).append(',');
        }
        refusesHeader(many.append("\"z\":0}").toString(), 0, "has more than 65536 tensors");
        refusesHeader("{" + entry("a\\n\\u0007", "[0,8]") + "}", 8, "a?? has offsets");
    }

    @Test
    void metadataOfAnyLengthIsPassedOver() throws IOException {
        String notes = "{\"__metadata__\":{\"notes\":\"" + "m".repeat(90_000_000) + "\"},";
        Path file = write(notes + entry("a", "[0,4]") + "}", 4);
        long before = allocated();
        Set<String> names;
        try (Checkpoint checkpoint = SafeTensors.open(file)) {
            names = checkpoint.names();
        }
        assertThat(allocated() - before).isLessThan(4L << 20);
        assertThat(names).containsExactly("a");
    }

    /** The file is a hole but for its header, so it takes no room on the disk. */
    @Test
    void openingALargeFileTakesNoHeapToSpeakOf() throws IOException {
        int size = 200_000_000;
        String header =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                        .formatted(size / 4, size);
        Path file = write(header, size);
        long before = allocated();
        float last;
        try (Checkpoint checkpoint = SafeTensors.open(file)) {
            last = checkpoint.floats("a", size / 4).getFloat(size - 4);
        }
        assertThat(allocated() - before).isLessThan(4L << 20);
        assertThat(last).isZero();
    }

    private void refusesHeader(String header, long data, String reason) throws IOException {
        Path file = write(header, data);
        refuses("model.safetensors", () -> SafeTensors.open(file), reason);
    }

    private static String entry(String name, String offsets) {
        return "\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":%s}"
                .formatted(name, offsets);
    }

    private Path write(String header, long data) throws IOException {
        Path path = folder.resolve("model.safetensors");
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            ByteBuffer length = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
            file.setLength(0);
            file.write(length.putLong(text.length).array());
            file.write(text);
            file.setLength(8 + text.length + data);
        }
        return path;
    }
}
