package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cards as files, for tests outside this package. */
public final class CardFiles {
    private CardFiles() {}

    /** Writes a card into its model's directory, as the store does. */
    public static Path write(Path directory, ModelCard card) throws IOException {
        return Files.writeString(
                directory.resolve(AddedModels.CARD), CardFormat.write(card).toPrettyString());
    }
}
