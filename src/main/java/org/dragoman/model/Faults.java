package org.dragoman.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.failure.DragomanException;

/** What was wrong with the files of models when they were last used. Thread-safe. */
final class Faults {
    private final Map<String, String> problems = new ConcurrentHashMap<>();

    Optional<String> of(String model) {
        return Optional.ofNullable(problems.get(model));
    }

    /** Remembers the first problem, or that there is none. */
    void found(String model, List<String> all) {
        if (all.isEmpty()) {
            problems.remove(model);
        } else {
            problems.put(model, all.get(0));
        }
    }

    /**
     * Works on the files of a model, and remembers what fails.
     *
     * @throws DragomanException what failed, in words for a caller
     */
    <T> T during(String model, DiskWork<T> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            DragomanException told = Disk.told(model, failed);
            problems.put(model, told.getMessage());
            throw told;
        } catch (DragomanException failed) {
            problems.put(model, failed.getMessage());
            throw failed;
        }
    }

    /** Work on files; gives what it found. */
    @FunctionalInterface
    interface DiskWork<T> {
        T run() throws IOException;
    }
}
