package org.dragoman.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.dragoman.TinyWeb;
import org.dragoman.fetch.FetchSettings;
import org.dragoman.fetch.Fetcher;
import org.dragoman.language.LanguageTag;

/** Student models of a few kilobytes, published on a server as the real ones are. */
final class WebModels {
    static final String REVISION = "e7957fc407441a5e3e35bbcbf9d60d9b35764618";
    static final FetchSettings.Patience SHORT =
            new FetchSettings.Patience(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(1));

    private WebModels() {}

    /** Weights that do not compress, and that differ from version to version. */
    static byte[] weights(int version) {
        byte[] weights = new byte[20_000];
        new Random(version).nextBytes(weights);
        return weights;
    }

    static byte[] vocabulary(int version) {
        return ("vocabulary " + version + " ").repeat(200).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    static Checksum sum(byte[] content) {
        return new Checksum(
                HexFormat.of().formatHex(CheckedFile.sha256().digest(content)), content.length);
    }

    static String path(String name, String file) {
        return "/media/models/" + name + "/" + file + ".gz";
    }

    /** Puts a version of a model on a server. */
    static void publish(TinyWeb web, String name, int version) {
        web.put(path(name, "model.bin"), packed(weights(version)));
        web.put(path(name, "vocab.spm"), packed(vocabulary(version)));
    }

    /** The card as a catalogue has it: of the vocabulary only the gzip file is known. */
    static ModelCard card(URI base, String name, int version) {
        return new ModelCard(
                name,
                "tiny",
                Uses.translating(Set.of(new LanguageTag("en")), Set.of(new LanguageTag("de"))),
                List.of(
                        new ModelFile(
                                ModelFile.Role.WEIGHTS,
                                "model.bin",
                                "models/" + name + "/model.bin.gz",
                                sum(weights(version)),
                                sum(packed(weights(version)))),
                        new ModelFile(
                                ModelFile.Role.VOCABULARY,
                                "vocab.spm",
                                "models/" + name + "/vocab.spm.gz",
                                null,
                                sum(packed(vocabulary(version))))),
                new ModelSource.Web(base),
                new Upstream("https://example.org", REVISION + version, "MPL-2.0", null, "tiny"),
                null,
                false);
    }

    static FetchSettings settings() {
        return settings(Map.of());
    }

    static FetchSettings settings(Map<String, List<String>> mirrors) {
        return new FetchSettings(mirrors, Map.of(), ProxySelector.of(null), 4, SHORT);
    }

    static ModelStore store(Path directory, FetchSettings settings, ModelCard... cards) {
        return TinyModels.store(installation(directory, settings, new Disk()), true, cards);
    }

    static Installation installation(Path directory, FetchSettings settings, Disk disk) {
        Fetcher fetcher = new Fetcher(settings, disk);
        return new Installation(
                new Places(directory),
                new Sources(
                        new PipDownload("no-such-python", List.of()),
                        fetcher,
                        new Hubs(List.of(Hubs.HUGGING_FACE), fetcher)),
                disk);
    }
}
