package org.dragoman.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.jboss.logging.Logger;

/**
 * The cards of the models in a store: each lies in its model's directory. Who asks sees what any
 * process has added or removed until then: a directory's time changes with the names in it, and
 * only then is it read again. Thread-safe.
 */
final class AddedModels {
    /** Name of the file with a model's card. */
    static final String CARD = "card.json";

    private static final Logger LOG = Logger.getLogger(AddedModels.class);

    /** Two changes of a directory within a tick of the system's clock give it one time. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final Path directory;
    private final Places places;
    private volatile Seen seen = new Seen(FileTime.fromMillis(0), false, List.of());

    AddedModels(Places places) {
        this.directory = places.directory();
        this.places = places;
    }

    /** The cards, by name. */
    List<ModelCard> cards() {
        try {
            FileTime changed = Files.getLastModifiedTime(directory);
            Seen last = seen;
            if (!last.settled() || !last.changed().equals(changed)) {
                boolean settled = changed.toInstant().isBefore(Instant.now().minus(SETTLED));
                last = new Seen(changed, settled, read());
                seen = last;
            }
            return last.cards();
        } catch (NoSuchFileException | NotDirectoryException nothingYet) {
            return List.of();
        } catch (IOException failed) {
            LOG.warn("The directory of the models cannot be read", failed);
            return List.of();
        }
    }

    private List<ModelCard> read() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return Stream.concat(
                            entries.map(entry -> String.valueOf(entry.getFileName())),
                            places.begun().stream())
                    .filter(name -> ModelCard.NAME.matcher(name).matches())
                    .distinct()
                    .sorted()
                    .flatMap(name -> card(name).stream())
                    .toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private Optional<ModelCard> card(String name) {
        Path file = places.of(name).resolve(CARD);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            ModelCard card = CardFormat.read(JsonFile.read(file));
            if (card.name().equals(name)) {
                return Optional.of(card);
            }
            LOG.warnf("Model %s: its card has another name", name);
        } catch (DragomanException | IllegalArgumentException damaged) {
            LOG.warnf("Model %s: its card cannot be used: %s", name, damaged.getMessage());
        }
        return Optional.empty();
    }

    /**
     * What was read.
     *
     * @param settled whether the time was old enough to tell a later change
     */
    private record Seen(FileTime changed, boolean settled, List<ModelCard> cards) {}
}
