package org.dragoman.model;

import java.nio.file.Path;
import java.util.Objects;

/** A model whose files are on disk and have the sizes and checksums of its card. */
public record InstalledModel(ModelCard card, Path directory) {
    public InstalledModel {
        Objects.requireNonNull(card);
        Objects.requireNonNull(directory);
    }

    /**
     * The file with this role.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable when the card has none
     */
    public Path file(ModelFile.Role role) {
        return directory.resolve(card.file(role).path());
    }
}
