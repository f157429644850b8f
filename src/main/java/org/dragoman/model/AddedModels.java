package org.dragoman.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.failure.DragomanException;
import org.jboss.logging.Logger;

/**
 * The cards of the models in a store: each lies in its model's directory. Who asks sees what any
 * process has added or removed until then. Thread-safe.
 */
final class AddedModels {
    /** Name of the file with a model's card. */
    static final String CARD = "card.json";

    private static final Logger LOG = Logger.getLogger(AddedModels.class);

    private final Places places;
    private final DirectoryView<List<ModelCard>> cards;

    AddedModels(Places places) {
        this.places = places;
        this.cards = new DirectoryView<>(places.directory(), before -> read());
    }

    /** The cards, by name. */
    List<ModelCard> cards() {
        try {
            return cards.get();
        } catch (IOException failed) {
            LOG.warn("The directory of the models cannot be read", failed);
            return List.of();
        }
    }

    private List<ModelCard> read() throws IOException {
        try (Stream<Path> entries = Files.list(places.directory())) {
            return Stream.concat(
                            entries.map(entry -> String.valueOf(entry.getFileName())),
                            places.begun().stream())
                    .filter(name -> ModelCard.NAME.matcher(name).matches())
                    .distinct()
                    .sorted()
                    .flatMap(name -> card(name).stream())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException nothingYet) {
            return List.of();
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
}
