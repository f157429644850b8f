package org.dragoman.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * The keys on disk: one JSON file that only its owner can read, replaced whole. Several processes
 * may change it; a lock beside it keeps them apart. Thread-safe.
 */
final class KeyFile {
    /** The stamp of a file that is not there. */
    static final String NONE = "none";

    private final Path file;
    private final ObjectMapper json;

    KeyFile(Path file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /** What tells that the file has changed: when it was written, and how long it is. */
    String stamp() {
        try {
            return Files.exists(file)
                    ? Files.getLastModifiedTime(file) + " " + Files.size(file)
                    : NONE;
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    /**
     * All keys; none when there is no file.
     *
     * @throws DragomanException internal when it cannot be read as keys
     */
    List<ApiKey> read() {
        try {
            return Files.exists(file)
                    ? json.readValue(file.toFile(), Content.class).keys()
                    : List.of();
        } catch (IOException | RuntimeException broken) {
            throw new DragomanException(
                    ErrorCode.INTERNAL, "The file of keys cannot be read: " + file, broken);
        }
    }

    /**
     * Changes the keys, alone.
     *
     * @throws DragomanException disk-full; internal when it cannot be read or written
     */
    synchronized void change(UnaryOperator<List<ApiKey>> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel channel =
                            FileChannel.open(
                                    beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    write(change.apply(read()));
                }
            }
        } catch (IOException failed) {
            String reason = String.valueOf(failed.getMessage());
            throw new DragomanException(
                    reason.contains("No space left") ? ErrorCode.DISK_FULL : ErrorCode.INTERNAL,
                    "The file of keys cannot be written: " + file,
                    failed);
        }
    }

    private void write(List<ApiKey> keys) throws IOException {
        byte[] content = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(keys));
        Path next =
                Files.createTempFile(
                        file.toAbsolutePath().getParent(),
                        "keys",
                        ".new",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** The file. */
    record Content(List<ApiKey> keys) {
        Content {
            keys = List.copyOf(keys);
        }
    }
}
