package org.dragoman.digest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The scraped articles of the reader's tests, as requests. */
final class Samples {
    private static final Path FOLDER = Path.of("src/test/resources/articles");

    private Samples() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".txt"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every sample, in the order of their names. */
    static List<String> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .map(Samples::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, Object> request(String text) {
        return Map.of("text", text, "targets", List.of("pt"));
    }
}
