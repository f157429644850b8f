package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON of a model folder is read within bounds, and whatever passes them is refused by name. */
class JsonFileTest {

    @TempDir Path folder;

    @Test
    void anObjectIsRead() throws IOException {
        Path file = write("{\"d_model\": 24, \"ids\": [[1, 2]]}");
        JsonFile.check(file);
        assertThat(JsonFile.read(file).path("d_model").asInt()).isEqualTo(24);
    }

    @Test
    void whatIsNoObjectIsRefused() throws IOException {
        for (String text : new String[] {"[1]", "7", "", "{", "{\"a\": 1} 2", "\u0000"}) {
            Path file = write(text);
            refuses(JsonFile::read, file);
            refuses(JsonFile::check, file);
        }
        refuses(JsonFile::read, folder.resolve("absent"));
        refuses(JsonFile::check, folder.resolve("absent"));
    }

    @Test
    void anObjectThatNamesAValueTwiceIsRefused() throws IOException {
        refuses(JsonFile::read, write("{\"a\": 1, \"a\": 2}"));
    }

    @Test
    void nestingAndLongStringsAndManyValuesAreRefused() throws IOException {
        Path deep = write("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refuses(JsonFile::read, deep);
        refuses(JsonFile::check, deep);
        Path longString = write("{\"a\": \"" + "b".repeat(2 << 20) + "\"}");
        refuses(JsonFile::read, longString);
        refuses(JsonFile::read, write("{\"a\": [" + "0,".repeat(1 << 19) + "0]}"));
    }

    @Test
    void aNumberOfMillionsOfDigitsIsRefusedBeforeItIsHeld() throws IOException {
        Path file = write("{\"a\": " + "1".repeat(12_000_000) + "}");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        refuses(JsonFile::read, file);
        refuses(JsonFile::check, file);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @Test
    void aFileOfAGigabyteIsRefusedUnread() throws IOException {
        Path file = write("{\"a\": \"");
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(1L << 30);
        }
        refuses(JsonFile::read, file);
        refuses(JsonFile::check, file);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config.json"), text);
    }

    private static void refuses(Consumer<Path> reader, Path file) {
        assertThatThrownBy(() -> reader.accept(file))
                .isInstanceOfSatisfying(
                        DragomanException.class,
                        fault -> assertThat(fault.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
                .hasMessageStartingWith(file.getFileName() + ": ");
    }
}
