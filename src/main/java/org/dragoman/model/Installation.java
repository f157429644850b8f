package org.dragoman.model;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dragoman.fetch.FetchSettings;
import org.dragoman.fetch.Fetcher;

/**
 * Installs models that come from one source: all is written and checked under a temporary name on
 * the same file system and then moved, so that a process that dies leaves nothing that looks like a
 * model. Runs under the {@link Locks} of the models.
 */
final class Installation {
    private static final System.Logger LOG = System.getLogger(Installation.class.getName());

    private final Places places;
    private final Sources sources;
    private final Disk disk;

    Installation(Places places, Sources sources, Disk disk) {
        this.places = places;
        this.sources = sources;
        this.disk = disk;
    }

    /**
     * Installations into a directory.
     *
     * @param hubs their addresses, tried in this order
     */
    static Installation in(Path directory, String python, FetchSettings fetching, List<URI> hubs) {
        Disk disk = new Disk();
        Fetcher fetcher = new Fetcher(fetching, disk);
        PipDownload pip = new PipDownload(python, PipDownload.bundled());
        return new Installation(
                new Places(directory), new Sources(pip, fetcher, new Hubs(hubs, fetcher)), disk);
    }

    Places places() {
        return places;
    }

    /**
     * Fetches what a model needs of a repository, into a folder as the hub lays it out.
     *
     * @param kept where it is fetched to
     */
    Repository repository(ModelSource.Hub source, Path kept, Progress progress) throws IOException {
        Meter meter = new Meter(List.of(source.repository()), progress);
        Sources.Repository fetched = sources.repository(source, kept, meter);
        Path folder = emptied(kept);
        for (ModelFile file : fetched.files()) {
            Path path = folder.resolve(file.member());
            Files.createDirectories(path.getParent());
            disk.link(fetched.fetched().path(file), path);
        }
        return new Repository(folder, fetched.snapshot());
    }

    /** A directory for files as a hub lays them out, below the one for what is fetched. */
    Path emptied(Path kept) throws IOException {
        Path folder = kept.resolve("folder");
        disk.delete(folder);
        return Files.createDirectories(folder);
    }

    /** The commit that a hub has now. Writes nothing into the store. */
    String current(ModelSource.Hub source) throws IOException {
        Path answer = Files.createTempDirectory("dragoman-hub");
        try {
            return sources.hubs().current(source.repository(), answer);
        } finally {
            disk.delete(answer);
        }
    }

    /** Models that are installed at the same time. */
    int atOnce() {
        return sources.fetcher().downloads();
    }

    /**
     * Installs the models, in place of what has their names.
     *
     * @param cards at least one, all of one source
     * @param given what they are taken from; fetched from their source when empty
     */
    void run(List<ModelCard> cards, Optional<Origin> given, Progress progress) throws IOException {
        ModelCard first = cards.get(0);
        Path work = places.work(first.name());
        for (ModelCard card : cards) {
            recover(card.name());
        }
        Files.createDirectories(work);
        try {
            Meter meter = new Meter(cards.stream().map(ModelCard::name).toList(), progress);
            Staging staging = new Staging(disk, cards, given.isPresent(), meter);
            Sources.Opened opened =
                    given.isPresent()
                            ? new Sources.Opened(first, given.get())
                            : sources.open(first, work, places.fetched(first.name()), meter);
            try (Origin origin = opened.origin()) {
                for (ModelCard card : cards) {
                    ModelCard known = card.equals(first) ? opened.card() : card;
                    staging.put(known, origin, places.staged(work, card.name()));
                }
            }
            for (ModelCard card : cards) {
                activate(card.name(), work);
            }
            disk.delete(places.fetched(first.name()));
        } finally {
            cards.forEach(card -> sweep(card.name()));
        }
    }

    /** Removes a model from its place, and what was fetched of it. */
    void remove(String model) throws IOException {
        recover(model);
        Path work = Files.createDirectories(places.work(model));
        disk.move(places.named(model), work.resolve("removed"));
        disk.sync(places.directory());
        disk.delete(places.fetched(model));
        sweep(model);
    }

    /**
     * Ends what a killed process began with a model: one that was being replaced gets its place
     * back, and all else is removed.
     */
    void recover(String model) throws IOException {
        Path old = places.old(model);
        if (Files.isDirectory(old) && !Files.isDirectory(places.named(model))) {
            disk.move(old, places.named(model));
            disk.sync(places.directory());
        }
        disk.delete(places.work(model));
    }

    private void activate(String model, Path work) throws IOException {
        Path place = places.named(model);
        if (Files.exists(place)) {
            Files.createDirectories(places.work(model));
            disk.move(place, places.old(model));
        }
        disk.move(places.staged(work, model), place);
        disk.sync(places.directory());
    }

    /** Ends what a killed process began with a model, as far as that can be done. */
    void sweep(String model) {
        try {
            recover(model);
        } catch (IOException left) {
            // The next installation removes it, and this must not hide why this one failed.
            LOG.log(Level.DEBUG, "Temporary files of an installation were left", left);
        }
    }

    /** A repository's files in a folder. */
    record Repository(Path folder, Hubs.Snapshot snapshot) {}
}
