package org.dragoman.model;

import java.nio.file.Path;
import java.util.Objects;

/** Where the files of a model come from. */
public sealed interface ModelSource {
    /**
     * A package for pip whose wheel holds the files.
     *
     * @param requirement name and version as in {@code models/requirements.txt}
     * @param bytes size of the wheel
     */
    record Pip(String requirement, long bytes) implements ModelSource {
        public Pip {
            Objects.requireNonNull(requirement);
        }
    }

    /** A folder on this machine. */
    record Folder(Path path) implements ModelSource {
        public Folder {
            Objects.requireNonNull(path);
        }
    }
}
