package org.dragoman.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Folders in the hub's layout, as people have them: the files are real, the weights a few bytes.
 */
final class HubFolders {
    private HubFolders() {}

    /** A folder with weights and a configuration of this architecture. */
    static Path of(Path folder, String architecture, String... more) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("model.safetensors"), "weights of " + architecture);
        Files.writeString(
                folder.resolve("config.json"),
                "{\"architectures\": [\"" + architecture + "\"]" + String.join("", more) + "}");
        return folder;
    }

    /** An OPUS-MT model from English to German. */
    static Path marian(Path folder) throws IOException {
        of(folder, "MarianMTModel");
        Files.writeString(
                folder.resolve("tokenizer_config.json"),
                "{\"source_lang\": \"eng\", \"target_lang\": \"de\"}");
        Files.writeString(folder.resolve("vocab.json"), "{\"</s>\": 0, \"a\": 1}");
        Files.writeString(folder.resolve("source.spm"), "source");
        Files.writeString(folder.resolve("target.spm"), "target");
        return folder;
    }

    /** Moves a folder's files into a cache of the hub: blobs, and a snapshot of links to them. */
    static Path cached(Path folder, Path cache, String repository, String commit)
            throws IOException {
        Path blobs = Files.createDirectories(cache.resolve(repository).resolve("blobs"));
        Path snapshot = cache.resolve(repository).resolve("snapshots").resolve(commit);
        Files.createDirectories(snapshot);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Files.copy(file, blobs.resolve("blob-of-" + name));
                Files.createSymbolicLink(
                        snapshot.resolve(name), Path.of("../../blobs/blob-of-" + name));
            }
        }
        return snapshot;
    }
}
