package org.dragoman.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.dragoman.model.Disk;

/**
 * A file that only its owner can read, replaced whole: readers see what was there or what comes.
 */
final class OwnersFile {
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Disk disk = new Disk();

    /** Puts a content in place of the file's; one process at a time. */
    void replace(Path file, byte[] content) throws IOException {
        // Always of one name, so that processes that are killed do not leave many.
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_ALONE);
        Files.write(next, content);
        disk.sync(next);
        disk.move(next, file);
        disk.sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }
}
