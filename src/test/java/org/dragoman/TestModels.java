package org.dragoman;

import java.nio.file.Path;
import org.dragoman.model.Catalogue;
import org.dragoman.model.InstalledModel;
import org.dragoman.model.ModelStore;

/**
 * The default models for tests, installed on first use by the real store into the build's
 * directory. When they cannot be had the test fails.
 */
public final class TestModels {
    private TestModels() {}

    /** Where the tests' models lie: the system property of the build. */
    public static Path directory() {
        return Path.of(System.getProperty("dragoman.models.directory", "target/models"))
                .toAbsolutePath();
    }

    /** A store over {@link #directory}, with fetching on. */
    public static ModelStore store() {
        return new ModelStore(Catalogue.bundled(), directory(), true, "python3");
    }

    /** A default model, installed and verified. */
    public static InstalledModel installed(String name) {
        return store().obtain(name);
    }
}
