package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares installed files with their cards. A file found sound is not read again in this process
 * until its size, its time or its inode changes. Thread-safe.
 */
final class Verification {
    private final Map<Path, Stamp> sound = new ConcurrentHashMap<>();

    /** What is wrong with a model's files; reads those that changed since they were found sound. */
    List<String> problems(ModelCard card, Path directory) throws IOException {
        List<String> problems = new ArrayList<>();
        for (ModelFile file : card.files()) {
            Path path = directory.resolve(file.path());
            Optional<Stamp> now = Stamp.of(path);
            if (now.isEmpty() || !now.get().equals(sound.get(path))) {
                check(file, path, now).ifPresent(problems::add);
            }
        }
        return problems;
    }

    /** What is wrong with a model's files; reads all of them. */
    List<String> reread(ModelCard card, Path directory) throws IOException {
        card.files().forEach(file -> sound.remove(directory.resolve(file.path())));
        return problems(card, directory);
    }

    private Optional<String> check(ModelFile file, Path path, Optional<Stamp> before)
            throws IOException {
        Optional<String> problem = new CheckedFile(file).problem(path);
        if (problem.isEmpty() && before.isPresent()) {
            sound.put(path, before.get());
        }
        return problem;
    }

    private record Stamp(long size, FileTime modified, @Nullable Object inode) {
        Stamp {
            Objects.requireNonNull(modified);
        }

        static Optional<Stamp> of(Path path) throws IOException {
            try {
                BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(new Stamp(now.size(), now.lastModifiedTime(), now.fileKey()));
            } catch (NoSuchFileException missing) {
                return Optional.empty();
            }
        }
    }
}
