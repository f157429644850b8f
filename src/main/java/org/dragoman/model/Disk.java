package org.dragoman.model;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.fetch.FetchException;
import org.dragoman.fetch.Storage;

/** What is asked of the file system; tests put faults in by overriding it. Thread-safe. */
public class Disk implements Storage {
    private static final String[] FULL = {"no space left", "quota exceeded", "not enough space"};

    /** A stream into a file that is not there yet. */
    OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public OutputStream append(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * Gives a file a second name, or where the file system has none a copy: its content must not
     * change afterwards.
     */
    void link(Path file, Path second) throws IOException {
        try {
            Files.createLink(second, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            try (OutputStream out = create(second)) {
                Files.copy(file, out);
            }
        }
    }

    /** Waits until the content of a file, or the names in a directory, are on the medium. */
    @Override
    public void sync(Path path) throws IOException {
        StandardOpenOption mode =
                Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** Renames within one file system: there is no moment with half a directory. */
    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes a directory with all that is in it; nothing when it is not there. */
    void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException walking) {
            throw walking.getCause();
        }
    }

    /** Whether a failure says that there is no room; Java has no type for it. */
    public static boolean full(IOException failure) {
        String reason =
                failure instanceof FileSystemException named
                        ? named.getReason()
                        : failure.getMessage();
        return reason != null && full(reason);
    }

    /** Whether a message says that there is no room. */
    static boolean full(String message) {
        String lower = message.toLowerCase(Locale.ROOT);
        return Stream.of(FULL).anyMatch(lower::contains);
    }

    /** What a caller hears of a failure with a model's files; never a path. */
    static DragomanException told(String model, IOException failed) {
        if (failed instanceof InterruptedIOException
                || failed instanceof ClosedByInterruptException) {
            return new DragomanException(
                    ErrorCode.SHUTTING_DOWN, "The installation was interrupted.", failed);
        }
        if (failed instanceof FetchException fetching) {
            return new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model " + model + " cannot be installed: " + fetching.getMessage(),
                    failed);
        }
        if (full(failed)) {
            return new DragomanException(
                    ErrorCode.DISK_FULL, "There is no room to install model " + model, failed);
        }
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE,
                "The files of model "
                        + model
                        + " cannot be read or written: "
                        + failed.getClass().getSimpleName(),
                failed);
    }
}
