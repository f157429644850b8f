package org.dragoman.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dragoman.TestModels;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;

/** A service with a key, and a directory of its own with the default models in it. */
public final class Administered implements QuarkusTestProfile {
    static final String KEY = "a key of thirty-two letters here";

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "administered");
            for (ModelCard card : Catalogue.bundled().cards()) {
                if (card.preset()) {
                    Path installed = TestModels.installed(card.name()).directory();
                    Files.createSymbolicLink(directory.resolve(card.name()), installed);
                }
            }
            return Map.of(
                    "dragoman.http.admin-key",
                    KEY,
                    "dragoman.access.keys",
                    directory.resolve("keys.json").toString(),
                    "dragoman.models.directory",
                    directory.toAbsolutePath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
