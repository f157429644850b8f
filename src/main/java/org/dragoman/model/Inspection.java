package org.dragoman.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/** What there is to say of models on disk. Thread-safe. */
record Inspection(Places places, Faults faults, Underways underways, Verification verification) {
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

    /**
     * A model whose files are as its card says.
     *
     * @throws DragomanException model-not-installed, model-unavailable
     */
    InstalledModel sound(ModelCard card) {
        String name = card.name();
        if (!present(card)) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED,
                    "Model " + name + " is not installed: dragoman models add " + name);
        }
        List<String> problems = faults.during(name, () -> verification.problems(card, place(card)));
        faults.found(name, problems);
        if (!problems.isEmpty()) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "Model " + name + " is damaged and is not loaded: " + problems.get(0));
        }
        return new InstalledModel(card, place(card));
    }

    /** Reads all files of a model again and says what is wrong, a line a file. */
    List<String> reread(ModelCard card) {
        if (!present(card)) {
            return List.of();
        }
        List<String> problems =
                faults.during(card.name(), () -> verification.reread(card, place(card)));
        faults.found(card.name(), problems);
        return problems;
    }
}
