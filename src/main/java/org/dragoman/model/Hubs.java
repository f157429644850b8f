package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.fetch.FetchException;
import org.dragoman.fetch.Fetcher;
import org.dragoman.fetch.Remote;
import org.jspecify.annotations.Nullable;

/**
 * Hubs that speak as huggingface.co does: {@code /api/models/NAME/revision/REVISION} lists the
 * files of a repository and its commit, {@code /NAME/resolve/COMMIT/PATH} gives one. Immutable and
 * thread-safe.
 *
 * @param addresses of the hubs, tried in this order
 */
record Hubs(List<URI> addresses, Fetcher fetcher) {
    static final URI HUGGING_FACE = URI.create("https://huggingface.co");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final long LARGEST_LIST = 16L << 20;
    private static final long LARGEST_INDEX = 16L << 20;

    Hubs {
        addresses = List.copyOf(addresses);
    }

    /**
     * What a repository holds at a card's revision; at its current commit when the card has none. A
     * card whose files are all pinned tells it without asking the hub.
     *
     * @param kept where what the hub answers is put
     */
    Snapshot snapshot(ModelSource.Hub source, ModelCard card, Path kept) throws IOException {
        if (card.pinned()) {
            return new Snapshot(this, source.repository(), card.revision(), Map.of(), List.of());
        }
        return card.files().isEmpty()
                ? chosen(source.repository(), card.revision(), kept)
                : list(source.repository(), card.revision(), kept);
    }

    /** What a repository holds, and of it what a model needs; empty asks for the current commit. */
    Snapshot chosen(String repository, String revision, Path kept) throws IOException {
        Snapshot listed = list(repository, revision, kept);
        return listed.choosing(
                HubFiles.chosen(listed.files()::containsKey, index -> index(listed, index, kept)));
    }

    /** The commit that is current in a repository. */
    String current(String repository, Path kept) throws IOException {
        return list(repository, "", kept).commit();
    }

    /** Asks what a repository holds at a revision; at the current commit when that is empty. */
    Snapshot list(String repository, String revision, Path kept) throws IOException {
        String at = revision.isEmpty() ? "main" : revision;
        String path =
                "api/models/" + WebFiles.encoded(repository) + "/revision/" + at + "?blobs=true";
        Path answer = kept.resolve("files.json");
        Files.deleteIfExists(answer);
        get(Remote.unknown(repository, everywhere(path), LARGEST_LIST), answer);
        JsonNode json = JsonFile.read(answer);
        String commit = json.path("sha").asText();
        if (!COMMIT.matcher(commit).matches()) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "The hub does not tell the commit of " + repository);
        }
        Map<String, Listed> files = new TreeMap<>();
        json.path("siblings")
                .forEach(each -> files.put(each.path("rfilename").asText(), listed(each)));
        return new Snapshot(this, repository, commit, files, List.of());
    }

    private static Listed listed(JsonNode file) {
        String sha256 = file.path("lfs").path("sha256").asText();
        long bytes = file.path("lfs").path("size").asLong(file.path("size").asLong(-1));
        boolean known = SHA256.matcher(sha256).matches() && bytes >= 0;
        return new Listed(bytes, known ? new Checksum(sha256, bytes) : null);
    }

    private Path index(Snapshot listed, String member, Path kept) throws IOException {
        Path file = kept.resolve("index.json");
        Files.deleteIfExists(file);
        get(Remote.unknown(member, listed.addresses(member), LARGEST_INDEX), file);
        return file;
    }

    private void get(Remote remote, Path into) throws IOException {
        try {
            fetcher.fetch(remote, into, bytes -> {});
        } catch (FetchException failed) {
            throw told(failed, remote.name());
        }
    }

    /** The hub says 401 of what is not there too, so as not to tell what is private. */
    private static IOException told(FetchException failed, String name) {
        if (failed.status() == 401 || failed.status() == 403) {
            throw new DragomanException(
                    ErrorCode.MODEL_UNAVAILABLE,
                    "The hub does not give "
                            + name
                            + ": it is not there, or is private or gated; ask for access on the"
                            + " hub and put a token of your account into the environment as"
                            + " HF_TOKEN",
                    failed);
        }
        return failed;
    }

    private List<URI> everywhere(String path) {
        return addresses.stream().map(hub -> URI.create(slashed(hub) + path)).toList();
    }

    private static String slashed(URI hub) {
        String text = hub.toString();
        return text.endsWith("/") ? text : text + "/";
    }

    /**
     * What the hub lists of a file.
     *
     * @param bytes -1 when it does not say
     * @param content null of a file that lies in git itself, whose checksum is another
     */
    record Listed(long bytes, @Nullable Checksum content) {}

    /**
     * A repository at a commit.
     *
     * @param files by their paths; empty when the hub was not asked
     * @param chosen those a model needs, when its card does not say
     */
    record Snapshot(
            Hubs hubs,
            String repository,
            String commit,
            Map<String, Listed> files,
            List<HubFiles.Found> chosen)
            implements WebAddresses {
        Snapshot {
            files = Map.copyOf(files);
            chosen = List.copyOf(chosen);
        }

        private Snapshot choosing(List<HubFiles.Found> needed) {
            return new Snapshot(hubs, repository, commit, files, needed);
        }

        /** A card with the commit, the files and what checksums are known of them. */
        ModelCard complete(ModelCard card) {
            List<ModelFile> all =
                    card.files().isEmpty()
                            ? needed()
                            : card.files().stream().map(this::known).toList();
            return card.with(all, commit);
        }

        /** The files a model needs, with what checksums are known of them. */
        List<ModelFile> needed() {
            return chosen.stream()
                    .map(each -> new ModelFile(each.role(), each.path(), each.member(), null, null))
                    .map(this::known)
                    .toList();
        }

        /** Where a person finds it. */
        String page() {
            return hubs.everywhere(repository).get(0).toString();
        }

        private ModelFile known(ModelFile file) {
            Listed listed = files.get(file.member());
            return file.pinned() || listed == null || listed.content() == null
                    ? file
                    : file.pinnedTo(listed.content());
        }

        @Override
        public Remote remote(ModelFile file) {
            List<URI> addresses = addresses(file.member());
            if (file.content() != null) {
                return Remote.known(
                        file.member(), addresses, file.sha256(), file.content().bytes());
            }
            Listed listed = files.get(file.member());
            return listed == null || listed.bytes() < 0
                    ? Remote.unknown(file.member(), addresses, WebFiles.MOST)
                    : Remote.known(file.member(), addresses, "", listed.bytes());
        }

        @Override
        public IOException told(FetchException failed, ModelFile file) {
            return Hubs.told(failed, repository + "/" + file.member());
        }

        private List<URI> addresses(String member) {
            return hubs.everywhere(
                    WebFiles.encoded(repository)
                            + "/resolve/"
                            + commit
                            + "/"
                            + WebFiles.encoded(member));
        }
    }
}
