package org.dragoman.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dragoman.failure.DragomanException;

/**
 * Installed models as one file, for machines without a network, and such files into the store. The
 * same models give the same bytes. Thread-safe.
 */
public final class Bundles {
    /** A plain file that all may read. */
    private static final int MODE = 0100644;

    private final ModelStore store;

    public Bundles(ModelStore store) {
        this.store = store;
    }

    /** Whether a file is a bundle, by its beginning. */
    public static boolean recognises(Path file) {
        try {
            return Files.isRegularFile(file) && Bundle.begins(file);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Writes installed models, by name, as they are on disk; flushes, and does not close.
     *
     * @throws DragomanException model-unknown, model-not-installed, model-unavailable when a file
     *     is damaged, disk-full
     */
    public void write(List<String> names, OutputStream out, Progress progress) {
        List<InstalledModel> models =
                names.stream()
                        .distinct()
                        .map(store::installed)
                        .sorted(Comparator.comparing(model -> model.card().name()))
                        .toList();
        BundleManifest manifest =
                new BundleManifest(models.stream().map(model -> portable(model.card())).toList());
        try {
            TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            byte[] json = manifest.write();
            tar.putArchiveEntry(entry(BundleManifest.NAME, json.length));
            tar.write(json);
            tar.closeArchiveEntry();
            for (InstalledModel model : models) {
                write(model, tar, progress);
            }
            tar.finish();
            out.flush();
        } catch (IOException failed) {
            throw Disk.told(String.join(", ", names), failed);
        }
    }

    /**
     * Installs what a bundle holds: first all of it is compared with its manifest, and with the
     * catalogue where that states the same revision; then each model is installed. Models that are
     * installed already are left as they are.
     *
     * @param progress hears of every byte twice: when it is checked, and when it is copied
     * @return the cards of all models of the bundle
     * @throws DragomanException model-unavailable, saying what is wrong with the bundle, with
     *     nothing installed; disk-full
     */
    public List<ModelCard> add(Path file, Progress progress) {
        try (Bundle bundle = Bundle.open(file)) {
            List<ModelCard> wanted = new ArrayList<>();
            for (ModelCard card : bundle.cards()) {
                requireAsCatalogued(card);
                if (!sound(card)) {
                    wanted.add(card);
                }
            }
            for (ModelCard card : wanted) {
                check(bundle, card, progress);
            }
            for (ModelCard card : wanted) {
                Progress second = new SecondPass(card.bytes(), progress);
                store.add(known(card), new Origin.Bundled(bundle, card), second);
            }
            return bundle.cards();
        } catch (IOException failed) {
            throw Disk.told("of the bundle", failed);
        }
    }

    private static void write(InstalledModel model, TarArchiveOutputStream tar, Progress progress)
            throws IOException {
        ModelCard card = model.card();
        long done = 0;
        for (ModelFile file : card.files()) {
            tar.putArchiveEntry(entry(Bundle.name(card, file), file.bytes()));
            Files.copy(model.directory().resolve(file.path()), tar);
            tar.closeArchiveEntry();
            done += file.bytes();
            progress.update(card.name(), done, card.bytes());
        }
    }

    private static TarArchiveEntry entry(String name, long bytes) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(bytes);
        entry.setMode(MODE);
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    /** Without the place on this machine that it was added from. */
    private static ModelCard portable(ModelCard card) {
        return card.source() instanceof ModelSource.Folder folder
                ? from(
                        card,
                        new ModelSource.Folder(Objects.requireNonNull(folder.path().getFileName())),
                        false)
                : card;
    }

    /** A model is one of the default models only where the catalogue here says so. */
    private ModelCard known(ModelCard card) {
        return from(card, card.source(), catalogued(card).map(ModelCard::preset).orElse(false));
    }

    private static ModelCard from(ModelCard card, ModelSource source, boolean preset) {
        return new ModelCard(
                card.name(),
                card.family(),
                card.uses(),
                card.files(),
                source,
                card.upstream(),
                card.precision(),
                preset);
    }

    private Optional<ModelCard> catalogued(ModelCard card) {
        return store.known().catalogue().card(card.name());
    }

    private void requireAsCatalogued(ModelCard card) {
        Optional<ModelCard> known =
                catalogued(card).filter(own -> own.revision().equals(card.revision()));
        for (ModelFile own : known.map(ModelCard::files).orElse(List.of())) {
            boolean same =
                    card.files().stream()
                            .filter(file -> file.path().equals(own.path()))
                            .anyMatch(
                                    file ->
                                            !own.pinned()
                                                    || Objects.equals(
                                                            own.content(), file.content()));
            if (!same) {
                throw BundleManifest.refused(
                        Bundle.name(card, own) + " is not what the catalogue says");
            }
        }
    }

    private boolean sound(ModelCard card) {
        return store.cards().stream()
                .filter(own -> own.name().equals(card.name()) && store.present(own))
                .anyMatch(
                        own ->
                                own.revision().equals(card.revision())
                                        && contents(own).equals(contents(card))
                                        && store.verify(own.name()).isEmpty());
    }

    private static List<String> contents(ModelCard card) {
        return card.files().stream().map(file -> file.path() + file.sha256()).sorted().toList();
    }

    private static void check(Bundle bundle, ModelCard card, Progress progress) throws IOException {
        long total = 2 * card.bytes();
        Optional<String> problem =
                bundle.problem(
                        card,
                        bytes -> progress.update(card.name(), Math.min(bytes, total / 2), total));
        problem.ifPresent(
                found -> {
                    throw BundleManifest.refused("model " + card.name() + ": " + found);
                });
    }

    /** Tells the copying as the second half of the work. */
    private record SecondPass(long size, Progress progress) implements Progress {
        @Override
        public void update(String model, long copied, long total) {
            progress.update(model, size + Math.min(copied, size), 2 * size);
        }
    }
}
