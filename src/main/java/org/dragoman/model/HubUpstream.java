package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a folder tells of where its model comes from: the commit, where a client of the hub has left
 * it, and the name. Immutable.
 *
 * @param folder with its links resolved
 */
record HubUpstream(Path folder) {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final String REPOSITORY = "models--";

    /** The commit of a snapshot in a cache, or of a download into a folder of its own. */
    Optional<String> commit() throws IOException {
        return Stream.concat(
                        Stream.of(last(folder)).filter(name -> Origin.Folder.cached(folder)),
                        downloaded().stream())
                .filter(commit -> COMMIT.matcher(commit).matches())
                .findFirst();
    }

    /** The name its publisher chose; in a cache that of the repository. */
    String name() {
        Path snapshots = folder.getParent();
        Path repository = snapshots == null ? null : snapshots.getParent();
        if (repository == null || !Origin.Folder.cached(folder)) {
            return last(folder);
        }
        String name = last(repository);
        return name.startsWith(REPOSITORY) ? name.substring(name.lastIndexOf("--") + 2) : name;
    }

    /** The name as one a card may have; empty when nothing of it would be left. */
    static String cardName(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9.-]+", "-")
                        .replaceAll("^[.-]+", "");
        return plain.substring(0, Math.min(64, plain.length()));
    }

    /** Beside each file a client downloads it keeps the commit, in the first of three lines. */
    private Optional<String> downloaded() throws IOException {
        Path kept = folder.resolve(".cache/huggingface/download/config.json.metadata");
        if (!Files.isRegularFile(kept) || Files.size(kept) > 1024) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(kept);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(0).strip());
    }

    private static String last(Path path) {
        return String.valueOf(path.getFileName());
    }
}
