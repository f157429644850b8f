package org.dragoman.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * A bundle of two tiny models, archives made by hand, and the cards of a machine without a source.
 */
final class TinyBundles {
    final ModelCard one;
    final ModelCard two;
    final byte[] bundle;
    private final Path temporary;

    TinyBundles(Path temporary) throws IOException {
        this.temporary = temporary;
        ModelSource source = TinyModels.folder(temporary.resolve("source"), "one", "two");
        one = TinyModels.card("one", source);
        two = TinyModels.card("two", source);
        ModelStore store = TinyModels.store(temporary.resolve("here"), one, two);
        store.install("one", Progress.NONE);
        store.install("two", Progress.NONE);
        bundle = written(store, "two", "one");
    }

    static byte[] written(ModelStore store, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Bundles(store).write(List.of(names), out, Progress.NONE);
        return out.toByteArray();
    }

    /** The same card on a machine that has no source. */
    ModelCard offline(ModelCard card) {
        return new ModelCard(
                card.name(),
                card.family(),
                card.uses(),
                card.files(),
                new ModelSource.Folder(temporary.resolve("nowhere")),
                card.upstream(),
                null,
                card.preset());
    }

    /** The same revision with other weights. */
    static ModelCard other(ModelCard card) {
        List<ModelFile> files =
                Stream.of(card.files().get(0), card.files().get(1))
                        .map(
                                file ->
                                        file.role() == ModelFile.Role.WEIGHTS
                                                ? file.pinnedTo(
                                                        new Checksum("1".repeat(64), file.bytes()))
                                                : file)
                        .toList();
        return new ModelCard(
                card.name(),
                card.family(),
                card.uses(),
                files,
                card.source(),
                card.upstream(),
                null,
                true);
    }

    static byte[] tar(Part... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Part part : parts) {
                put(tar, part);
            }
        }
        return out.toByteArray();
    }

    static void put(TarArchiveOutputStream tar, Part part) throws IOException {
        byte[] content = part.content().getBytes(StandardCharsets.UTF_8);
        tar.putArchiveEntry(entry(part.name(), content.length));
        tar.write(content);
        tar.closeArchiveEntry();
    }

    static TarArchiveEntry entry(String name, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(size);
        return entry;
    }

    static String manifest(ModelCard... cards) {
        return new String(new BundleManifest(List.of(cards)).write(), StandardCharsets.UTF_8);
    }

    /** A file of an archive. */
    record Part(String name, String content) {}
}
