package org.dragoman.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * An opened bundle: a tar archive (POSIX.1-2001) that holds its manifest, and then the files of
 * each model as {@code MODEL/FILE} and nothing else. Nothing is read before all names, kinds and
 * sizes were found to be those of the manifest. Not thread-safe.
 */
final class Bundle implements AutoCloseable {
    private final TarFile tar;
    private final BundleManifest manifest;
    private final Map<String, TarArchiveEntry> entries;

    private Bundle(TarFile tar, BundleManifest manifest, Map<String, TarArchiveEntry> entries) {
        this.tar = tar;
        this.manifest = manifest;
        this.entries = entries;
    }

    /** Whether a file begins as a bundle does. */
    static boolean begins(Path path) throws IOException {
        byte[] name = new byte[BundleManifest.NAME.length()];
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(name, 0, name.length) == name.length
                    && new String(name, StandardCharsets.US_ASCII).equals(BundleManifest.NAME);
        }
    }

    /**
     * Opens a bundle and compares its list of files with its manifest.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, saying what is wrong
     */
    static Bundle open(Path path) throws IOException {
        SeekableByteChannel channel = FileChannel.open(path);
        try {
            TarFile tar = tar(channel);
            List<TarArchiveEntry> list = tar.getEntries();
            BundleManifest manifest = manifest(tar, list);
            return new Bundle(tar, manifest, checked(list, manifest, channel.size()));
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    List<ModelCard> cards() {
        return manifest.cards();
    }

    /** The content of a model's file. */
    InputStream open(ModelCard card, ModelFile file) throws IOException {
        return tar.getInputStream(Objects.requireNonNull(entries.get(name(card, file))));
    }

    /**
     * What is wrong with a model's files, the first of them; reads all.
     *
     * @param read hears all bytes there are after each piece
     */
    Optional<String> problem(ModelCard card, LongConsumer read) throws IOException {
        long before = 0;
        for (ModelFile file : card.files()) {
            long start = before;
            try (InputStream in = open(card, file)) {
                Optional<String> problem =
                        new CheckedFile(file)
                                .copy(
                                        in,
                                        OutputStream.nullOutputStream(),
                                        bytes -> read.accept(start + bytes))
                                .problem();
                if (problem.isPresent()) {
                    return problem;
                }
            }
            before += file.bytes();
        }
        return Optional.empty();
    }

    /** The name of an entry. */
    static String name(ModelCard card, ModelFile file) {
        return card.name() + "/" + file.path();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private static TarFile tar(SeekableByteChannel channel) throws IOException {
        try {
            return new TarFile(channel);
        } catch (IOException | RuntimeException damaged) {
            // The library answers some damaged headers with unchecked exceptions.
            throw BundleManifest.refused("it is damaged, or not a tar archive");
        }
    }

    private static BundleManifest manifest(TarFile tar, List<TarArchiveEntry> list)
            throws IOException {
        if (list.isEmpty() || !list.get(0).getName().equals(BundleManifest.NAME)) {
            throw BundleManifest.refused("it does not begin with " + BundleManifest.NAME);
        }
        TarArchiveEntry first = list.get(0);
        if (!plain(first) || first.getSize() > BundleManifest.LONGEST) {
            throw BundleManifest.refused("its manifest is no file of a usual size");
        }
        try (InputStream in = tar.getInputStream(first)) {
            return BundleManifest.read(in.readNBytes(BundleManifest.LONGEST));
        }
    }

    private static Map<String, TarArchiveEntry> checked(
            List<TarArchiveEntry> list, BundleManifest manifest, long size) {
        Map<String, ModelFile> expected = new TreeMap<>();
        for (ModelCard card : manifest.cards()) {
            card.files().forEach(file -> expected.put(name(card, file), file));
        }
        Map<String, TarArchiveEntry> entries = new HashMap<>();
        for (TarArchiveEntry entry : list.subList(1, list.size())) {
            ModelFile file = expected.get(entry.getName());
            if (file == null) {
                throw BundleManifest.refused("it holds something that its manifest does not name");
            }
            check(entry, file, size);
            if (entries.put(entry.getName(), entry) != null) {
                throw BundleManifest.refused(entry.getName() + " is there twice");
            }
        }
        expected.keySet().removeAll(entries.keySet());
        if (!expected.isEmpty()) {
            throw BundleManifest.refused(expected.keySet().iterator().next() + " is missing");
        }
        return entries;
    }

    /** The name is one of the manifest's, and may be told. */
    private static void check(TarArchiveEntry entry, ModelFile file, long size) {
        if (!plain(entry)) {
            throw BundleManifest.refused(entry.getName() + " is not a plain file");
        }
        boolean within = entry.getDataOffset() >= 0 && entry.getDataOffset() + file.bytes() <= size;
        if (entry.getSize() != file.bytes() || !within) {
            throw BundleManifest.refused(entry.getName() + " is not as long as its manifest says");
        }
    }

    private static boolean plain(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isSparse()
                && !entry.isDirectory()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }
}
