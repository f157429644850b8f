package org.dragoman.model;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the files of a model that no catalogue knows were found. Immutable.
 *
 * @param title as its publisher chose it
 * @param commit of the repository, where that is known
 * @param address of the repository; empty when it is not known
 */
record Publication(String title, Optional<String> commit, String address, ModelSource source) {
    Publication {
        Objects.requireNonNull(title);
        Objects.requireNonNull(commit);
        Objects.requireNonNull(address);
        Objects.requireNonNull(source);
    }
}
