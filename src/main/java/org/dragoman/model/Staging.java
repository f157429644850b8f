package org.dragoman.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.model.CheckedFile.Copied;
import org.jspecify.annotations.Nullable;

/**
 * Writes models as they will lie in the store, each with its card, and checks every file; what no
 * publisher states is pinned to what came. One thread.
 */
final class Staging {
    private final Disk disk;
    private final Map<String, Meter.Part> parts = new HashMap<>();

    /**
     * @param given whether the files are at hand, and not fetched by their cards' sources
     */
    Staging(Disk disk, List<ModelCard> cards, boolean given, Meter meter) {
        this.disk = disk;
        for (ModelCard card : cards) {
            for (ModelFile file : card.files()) {
                parts.put(
                        key(card, file),
                        meter.part(given || !web(card) ? file.bytes() : gunzipped(file)));
            }
        }
    }

    /**
     * Writes a model.
     *
     * @param card all its files are named
     * @throws DragomanException model-unavailable, naming the file that is not as its card says
     */
    void put(ModelCard card, Origin origin, Path target) throws IOException {
        Files.createDirectories(target);
        List<ModelFile> pinned = new ArrayList<>();
        for (ModelFile file : card.files()) {
            Path path = target.resolve(file.path());
            Copied copied = copied(card, file, origin, path);
            if (copied.problem().isPresent()) {
                throw refused(card, copied.problem().get());
            }
            disk.sync(path);
            pinned.add(file.pinnedTo(copied.found()));
        }
        String revision =
                card.revision().isEmpty()
                        ? "sha256:" + ModelFile.fingerprint(pinned)
                        : card.revision();
        write(card.with(pinned, revision), target.resolve(AddedModels.CARD));
        disk.sync(target);
    }

    private Copied copied(ModelCard card, ModelFile file, Origin origin, Path path)
            throws IOException {
        try {
            Optional<Path> whole = origin.whole(file);
            return whole.isPresent()
                    ? link(file, whole.get(), path)
                    : copy(card, file, origin, path);
        } catch (NoSuchFileException missing) {
            throw refused(card, "its source holds no " + file.member());
        } catch (ZipException | EOFException damaged) {
            throw refused(card, file.path() + " is damaged in its archive");
        }
    }

    private Copied copy(ModelCard card, ModelFile file, Origin origin, Path path)
            throws IOException {
        Meter.@Nullable Part part = parts.get(key(card, file));
        try (InputStream in = origin.open(file);
                OutputStream out = disk.create(path)) {
            return new CheckedFile(file)
                    .copy(
                            in,
                            out,
                            bytes -> {
                                if (part != null) {
                                    part.at(bytes);
                                }
                            });
        }
    }

    /** What was fetched whole has been compared with what is known of it. */
    private Copied link(ModelFile file, Path whole, Path path) throws IOException {
        disk.link(whole, path);
        if (file.content() != null) {
            return new Copied(file.content(), Optional.empty());
        }
        try (InputStream in = Files.newInputStream(whole)) {
            return new CheckedFile(file).copy(in, OutputStream.nullOutputStream(), bytes -> {});
        }
    }

    private void write(ModelCard card, Path path) throws IOException {
        try (OutputStream out = disk.create(path)) {
            out.write(CardFormat.write(card).toPrettyString().getBytes(StandardCharsets.UTF_8));
        }
        disk.sync(path);
    }

    private static boolean web(ModelCard card) {
        return card.source() instanceof ModelSource.Web || card.source() instanceof ModelSource.Hub;
    }

    private static long gunzipped(ModelFile file) {
        return !file.gzipped() || file.content() == null ? 0 : file.content().bytes();
    }

    private static String key(ModelCard card, ModelFile file) {
        return card.name() + '/' + file.path();
    }

    private static DragomanException refused(ModelCard card, String problem) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE,
                "Model " + card.name() + " cannot be installed: " + problem);
    }
}
