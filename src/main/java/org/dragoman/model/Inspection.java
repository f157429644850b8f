package org.dragoman.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What there is to say of models that are not in memory; reads no content. Thread-safe. */
record Inspection(Places places, Faults faults, Underways underways) {
    /** Whether there is a directory for this model; its files may still be found damaged. */
    boolean present(ModelCard card) {
        return Files.isDirectory(place(card));
    }

    Path place(ModelCard card) {
        return places.of(card.name());
    }

    ModelState state(ModelCard card) {
        if (underways.of(card.name()).isPresent()) {
            return ModelState.INSTALLING;
        }
        if (problem(card).isPresent()) {
            return ModelState.FAILED;
        }
        return present(card) ? ModelState.READY : ModelState.AVAILABLE;
    }

    /** What was wrong when it was last used or installed, or is seen by the sizes of its files. */
    Optional<String> problem(ModelCard card) {
        Optional<String> last = faults.of(card.name());
        return last.isPresent() || !present(card)
                ? last
                : card.files().stream()
                        .map(CheckedFile::new)
                        .flatMap(file -> file.wrongSize(place(card)).stream())
                        .findFirst();
    }

    /** Bytes of a model's files on disk; 0 when it is not installed. */
    long bytesOnDisk(ModelCard card) {
        return card.files().stream()
                .mapToLong(file -> place(card).resolve(file.path()).toFile().length())
                .sum();
    }
}
