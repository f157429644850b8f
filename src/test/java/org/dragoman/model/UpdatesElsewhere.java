package org.dragoman.model;

import java.net.URI;
import java.nio.file.Path;

/** An update in another process: the directory and the server are its arguments. */
final class UpdatesElsewhere {
    private UpdatesElsewhere() {}

    public static void main(String[] arguments) {
        ModelCard card = WebModels.card(URI.create(arguments[1]), "one", 2);
        WebModels.store(Path.of(arguments[0]), WebModels.settings(), card)
                .update("one", Progress.NONE);
    }
}
