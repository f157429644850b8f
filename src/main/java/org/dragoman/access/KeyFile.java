package org.dragoman.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.Disk;
import org.dragoman.model.Locks;

/**
 * The keys on disk: one JSON file that only its owner can read, replaced whole. Several processes
 * may change it; a lock beside it keeps them apart. Thread-safe.
 */
final class KeyFile {
    /** The stamp of a file that is not there. */
    static final String NONE = "none";

    private final Path file;
    private final Path directory;
    private final ObjectMapper json;
    private final OwnersFile writing = new OwnersFile();
    private final Locks locks;

    KeyFile(Path file, ObjectMapper json) {
        this.file = file.toAbsolutePath();
        this.directory = Objects.requireNonNull(this.file.getParent());
        // The bounds of what callers send are not those of the file.
        this.json = json.copyWith(new JsonFactory());
        this.locks = new Locks(directory.resolve(".locks"));
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
    void change(UnaryOperator<List<ApiKey>> change) {
        try {
            Files.createDirectories(directory);
            locks.holding(
                    List.of(file.getFileName().toString()), () -> write(change.apply(read())));
        } catch (IOException failed) {
            throw new DragomanException(
                    Disk.full(failed) ? ErrorCode.DISK_FULL : ErrorCode.INTERNAL,
                    "The file of keys cannot be written: " + file,
                    failed);
        }
    }

    private void write(List<ApiKey> keys) throws IOException {
        writing.replace(
                file, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(keys)));
    }

    /** The file. */
    record Content(List<ApiKey> keys) {
        Content {
            keys = List.copyOf(keys);
            if (keys.stream().map(ApiKey::id).distinct().count() < keys.size()) {
                throw new IllegalArgumentException("Two keys have one id");
            }
        }
    }
}
