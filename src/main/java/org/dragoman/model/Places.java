package org.dragoman.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things lie in the directory of the models: each model under its name, and under names that
 * begin with a point what is no model. Immutable.
 */
record Places(Path directory) {
    private static final String WORK = ".installing-";

    /** Where a model lies. While it is being replaced, that is for a moment beside its name. */
    Path of(String model) {
        Path place = named(model);
        if (Files.isDirectory(place)) {
            return place;
        }
        Path old = old(model);
        // Looked for in this order a replacement that ends meanwhile is not missed.
        return Files.isDirectory(old) && !Files.isDirectory(place) ? old : place;
    }

    /** The directory with the model's name. */
    Path named(String model) {
        return directory.resolve(model);
    }

    /** Holds what is being written; what a killed process left there is removed by the next. */
    Path work(String model) {
        return directory.resolve(WORK + model);
    }

    /** Where the files of a model wait until all are there. */
    Path staged(Path work, String model) {
        return work.resolve("new-" + model);
    }

    /** Where a model is put that is being replaced; until its successor has its place it counts. */
    Path old(String model) {
        return work(model).resolve("old");
    }

    /** Holds what was fetched for a model until it is installed, also for the next process. */
    Path fetched(String model) {
        return directory.resolve(".fetching-" + model);
    }

    /** Holds the files that installations lock. */
    Path locks() {
        return directory.resolve(".locks");
    }

    /** The models that somebody is installing, or was when the process died. */
    List<String> begun() throws IOException {
        List<String> begun = new ArrayList<>();
        try (DirectoryStream<Path> works = Files.newDirectoryStream(directory, WORK + "*")) {
            works.forEach(
                    work -> begun.add(work.getFileName().toString().substring(WORK.length())));
        }
        return begun;
    }
}
