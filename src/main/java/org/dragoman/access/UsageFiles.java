package org.dragoman.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dragoman.model.Locks;
import org.jboss.logging.Logger;

/**
 * What keys were used for, a JSON file a day, by the days of UTC. Several processes may add to it.
 * A file that is damaged costs what it counted and nothing else. Thread-safe.
 */
final class UsageFiles {
    private static final Logger LOG = Logger.getLogger(UsageFiles.class);
    private static final String ENDING = ".json";

    private final Path directory;
    private final ObjectMapper json;
    private final int days;
    private final Locks locks;
    private final OwnersFile writing = new OwnersFile();

    /**
     * @param days how many files are kept
     */
    UsageFiles(Path directory, ObjectMapper json, int days) {
        this.directory = directory.toAbsolutePath();
        // The bounds of what callers send are not those of the files.
        this.json = json.copyWith(new JsonFactory());
        this.days = days;
        this.locks = new Locks(this.directory.resolve(".locks"));
    }

    Path directory() {
        return directory;
    }

    /** The days that are kept, the first one first. */
    SortedMap<LocalDate, Map<String, Used>> all() throws IOException {
        SortedMap<LocalDate, Map<String, Used>> all = new TreeMap<>();
        for (LocalDate day : kept()) {
            all.put(day, of(day));
        }
        return all;
    }

    /** What is kept of a day, by the ids of keys. */
    Map<String, Used> of(LocalDate day) throws IOException {
        try {
            return read(day);
        } catch (JsonProcessingException damaged) {
            LOG.errorf("What keys were used for on %s cannot be read: %s", day, file(day));
            return Map.of();
        }
    }

    /** Adds to a day. */
    void add(LocalDate day, Map<String, Used> more) throws IOException {
        Files.createDirectories(directory);
        locks.holding(List.of("usage"), () -> write(day, more));
    }

    private void write(LocalDate day, Map<String, Used> more) throws IOException {
        boolean first = !Files.exists(file(day));
        Map<String, Used> sum = new TreeMap<>(sound(day));
        more.forEach((id, used) -> sum.merge(id, used, Used::plus));
        writing.replace(file(day), json.writeValueAsBytes(new Content(sum)));
        if (first) {
            forget();
        }
    }

    private Map<String, Used> sound(LocalDate day) throws IOException {
        try {
            return read(day);
        } catch (JsonProcessingException damaged) {
            Path aside = directory.resolve(day + ".damaged");
            Files.move(file(day), aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.errorf("A file of usage is damaged; it is put aside, and counted anew: %s", aside);
            return Map.of();
        }
    }

    /** By number and not by age: a clock that jumps ahead deletes no more than a day. */
    private void forget() throws IOException {
        List<LocalDate> kept = kept();
        for (LocalDate old : kept.subList(0, Math.max(0, kept.size() - days))) {
            Files.deleteIfExists(file(old));
        }
    }

    private List<LocalDate> kept() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(UsageFiles::day).flatMap(Optional::stream).sorted().toList();
        }
    }

    private static Optional<LocalDate> day(Path file) {
        String name = file.getFileName().toString();
        if (!name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(name.substring(0, name.length() - ENDING.length())));
        } catch (DateTimeException somethingElse) {
            return Optional.empty();
        }
    }

    private Map<String, Used> read(LocalDate day) throws IOException {
        return Files.exists(file(day))
                ? json.readValue(Files.readAllBytes(file(day)), Content.class).keys()
                : Map.of();
    }

    private Path file(LocalDate day) {
        return directory.resolve(day + ENDING);
    }

    /** A file. */
    record Content(Map<String, Used> keys) {
        Content {
            keys = Map.copyOf(keys);
        }
    }
}
