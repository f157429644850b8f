package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told by the names in a directory. Who asks sees what any process has changed until then:
 * a directory's time changes with the names in it, and only then is it read again. Thread-safe.
 *
 * @param <T> what is read, immutable
 */
final class DirectoryView<T> {

    /** Two changes of a directory within a tick of the system's clock give it one time. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Path directory;
    private final Reading<T> reading;
    private volatile @Nullable Seen<T> seen;

    DirectoryView(Path directory, Reading<T> reading) {
        this.directory = directory;
        this.reading = reading;
    }

    /**
     * What the directory tells now.
     *
     * @throws IOException when it cannot be read, or of its reading
     */
    T get() throws IOException {
        FileTime changed = changed();
        Seen<T> last = seen;
        if (last == null || !last.settled() || !last.changed().equals(changed)) {
            boolean settled = changed.toInstant().isBefore(Instant.now().minus(SETTLED));
            last = new Seen<>(changed, settled, reading.read(last == null ? null : last.told()));
            seen = last;
        }
        return last.told();
    }

    /** When a name in it changed last; 1970 when it is not there. */
    private FileTime changed() throws IOException {
        try {
            return Files.getLastModifiedTime(directory);
        } catch (NoSuchFileException | NotDirectoryException nothingYet) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * Reads a directory, which may not be there.
     *
     * @param <T> what is read
     */
    interface Reading<T> {
        /** What the directory tells, given what it told before, null at first. */
        T read(@Nullable T before) throws IOException;
    }

    /**
     * What was read.
     *
     * @param settled whether the time was old enough to tell a later change
     */
    private record Seen<T>(FileTime changed, boolean settled, T told) {}
}
