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

/** What an installation asks of the file system; tests put faults in by {@link #create}. */
class Disk {
    private static final String[] FULL = {"no space left", "quota exceeded", "not enough space"};

    /** A stream into a file that is not there yet. */
    OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Waits until the content of a file, or the names in a directory, are on the medium. */
    void sync(Path path) throws IOException {
        StandardOpenOption mode =
                Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** Renames within one file system: there is no moment with half a directory. */
    void move(Path from, Path to) throws IOException {
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
    static boolean full(IOException failure) {
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
