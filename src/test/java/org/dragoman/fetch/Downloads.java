package org.dragoman.fetch;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dragoman.TinyWeb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with a file, and what downloads it. */
abstract class Downloads {
    static final String FILE = "/models/weights.bin";

    @TempDir Path temporary;
    final byte[] content = new byte[40_000];
    TinyWeb web;
    Path into;

    @BeforeEach
    void aServerWithAFile() throws IOException {
        new Random(5).nextBytes(content);
        web = new TinyWeb().put(FILE, content);
        into = temporary.resolve("weights.bin");
    }

    @AfterEach
    void closeTheServer() throws IOException {
        web.close();
    }

    Fetcher fetcher() {
        return new Fetcher(settings(Map.of()), new PlainStorage());
    }

    void fetch(Remote remote) throws IOException {
        fetcher().fetch(remote, into, bytes -> {});
    }

    static FetchSettings settings(Map<String, List<String>> mirrors) {
        return new FetchSettings(mirrors, Map.of(), ProxySelector.of(null), 4, patience());
    }

    static FetchSettings.Patience patience() {
        return new FetchSettings.Patience(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofMillis(1));
    }

    Remote known(URI address) {
        return Remote.known("weights.bin", List.of(address), sha256(content), content.length);
    }

    static TinyWeb.Page gone() {
        return TinyWeb.status(500);
    }

    List<String> names() throws IOException {
        try (var all = Files.list(temporary)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    static FetchException refusal(Work work) {
        return catchThrowableOfType(FetchException.class, work::run);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Work on the web. */
    interface Work {
        void run() throws IOException;
    }
}
