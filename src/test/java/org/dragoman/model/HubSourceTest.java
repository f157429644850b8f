package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.TinyWeb;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.fetch.FetchSettings;
import org.dragoman.fetch.Fetcher;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models of a hub, from a real server on this machine that speaks as the hub does. */
@Timeout(60)
class HubSourceTest {
    private static final String FIRST = "0123456789abcdef0123456789abcdef01234567";
    private static final String SECOND = "1123456789abcdef0123456789abcdef01234567";
    private static final String REPOSITORY = "Some-One/opus-mt-en-de";

    @TempDir Path temporary;
    private Path directory;
    private TinyWeb hub;
    private TinyWeb storage;

    @BeforeEach
    void aHubThatKeepsWeightsElsewhere() throws IOException {
        directory = temporary.resolve("models");
        hub = new TinyWeb();
        storage = new TinyWeb();
        publish(FIRST, "weights");
    }

    @AfterEach
    void closeTheServers() throws IOException {
        hub.close();
        storage.close();
    }

    @Test
    void aCardWithoutFilesTakesWhatAModelNeedsAndIsPinnedToTheCommit() throws IOException {
        ModelCard card = card();
        ModelStore store = store(Map.of(), true, card);

        InstalledModel installed = store.install("opus", Progress.NONE);

        assertThat(installed.card().pinned()).isTrue();
        assertThat(installed.card().revision()).isEqualTo(FIRST);
        assertThat(installed.card().uses()).isEqualTo(card.uses());
        assertThat(installed.file(ModelFile.Role.WEIGHTS)).hasContent("weights of " + FIRST);
        try (Stream<Path> files = Files.list(directory.resolve("opus"))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("model.safetensors", "config.json", "source.spm", "card.json")
                    .doesNotContain("tf_model.h5", "README.md");
        }
        assertThat(store.card("opus")).isEqualTo(installed.card());
    }

    @Test
    void theTokenIsForTheHubAndNotForWhereItKeepsItsWeights() {
        store(Map.of(hub.at(""), "hf_secret"), true, card()).install("opus", Progress.NONE);

        assertThat(hub.asked())
                .isNotEmpty()
                .allMatch(each -> each.header("authorization").equals("Bearer hf_secret"));
        assertThat(storage.asked())
                .isNotEmpty()
                .allMatch(each -> each.header("authorization").isEmpty());
    }

    @Test
    void aGatedModelAsksForATokenAndTellsNone() {
        ModelStore store = store(Map.of(hub.at(""), "hf_secret"), true, card());
        String file = "/" + REPOSITORY + "/resolve/" + FIRST + "/config.json";
        for (String gated : List.of(list("main"), file)) {
            hub.next(gated, TinyWeb.status(401));

            DragomanException refusal = refusal(() -> store.install("opus", Progress.NONE));

            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            assertThat(refusal).hasMessageContaining("HF_TOKEN").hasMessageNotContaining("secret");
        }
    }

    @Test
    void weightsThatAreNotWhatTheHubListsAreRefused() {
        storage.put("/lfs/" + FIRST, "weightz of ".concat(FIRST).getBytes(StandardCharsets.UTF_8));

        assertThat(refusal(() -> store(Map.of(), true, card()).install("opus", Progress.NONE)))
                .hasMessageContaining("Model opus cannot be installed")
                .hasMessageContaining("model.safetensors")
                .hasMessageContaining("checksum");
        assertThat(directory.resolve("opus")).doesNotExist();
    }

    @Test
    void anotherCommitOnTheHubIsAnUpdate() throws IOException {
        ModelStore store = store(Map.of(), true, card());
        store.install("opus", Progress.NONE);
        assertThat(store.outdated(store.card("opus"))).isFalse();

        publish(SECOND, "weights");
        assertThat(store.outdated(store.card("opus"))).isTrue();
        assertThat(store.installed("opus").card().revision()).isEqualTo(FIRST);

        store.update("opus", Progress.NONE);
        assertThat(store.installed("opus").card().revision()).isEqualTo(SECOND);
        assertThat(directory.resolve("opus/model.safetensors")).hasContent("weights of " + SECOND);
    }

    @Test
    void aRepositoryThatNoCatalogueKnowsTellsItsCard() throws IOException {
        ModelStore store = store(Map.of(), true);
        List<Long> heard = new ArrayList<>();
        long[] total = new long[1];

        ModelCard card =
                new HubRepositories(store, List.of())
                        .add(
                                REPOSITORY,
                                Wish.NONE,
                                (model, done, all) -> {
                                    heard.add(done);
                                    total[0] = all;
                                });

        assertThat(card.name()).isEqualTo("opus-mt-en-de");
        assertThat(card.family()).isEqualTo("marian");
        assertThat(card.translates(new LanguageTag("en"), new LanguageTag("de"))).isTrue();
        assertThat(card.licence()).isEqualTo("cc-by-4.0");
        assertThat(card.source()).isEqualTo(new ModelSource.Hub(REPOSITORY));
        assertThat(card.revision()).isEqualTo(FIRST);
        assertThat(store.installed("opus-mt-en-de").card()).isEqualTo(card);
        assertThat(heard).isSorted().last().isEqualTo(total[0]);
    }

    @Test
    void whatWasAddedFromTheHubIsUpdatedFromTheHub() throws IOException {
        ModelStore store = store(Map.of(), true);
        ModelCard card =
                new HubRepositories(store, List.of()).add(REPOSITORY, Wish.NONE, Progress.NONE);
        assertThat(directory.toFile().list()).containsOnly("opus-mt-en-de", ".locks");

        publish(SECOND, "weights");
        assertThat(store.outdated(card)).isTrue();
        assertThat(store.update("opus-mt-en-de", Progress.NONE).card().revision())
                .isEqualTo(SECOND);
    }

    @Test
    void aRepositoryIsNotAskedForWhenFetchingIsOffOrItsNameIsNone() {
        HubRepositories off = new HubRepositories(store(Map.of(), false), List.of());
        HubRepositories on = new HubRepositories(store(Map.of(), true), List.of());

        assertThat(refusal(() -> off.add(REPOSITORY, Wish.NONE, Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(refusal(() -> on.add("a/b/c", Wish.NONE, Progress.NONE)).code())
                .isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(HubRepositories.named(REPOSITORY)).isTrue();
        assertThat(HubRepositories.named("../etc")).isFalse();
        assertThat(HubRepositories.named("plain")).isFalse();
        assertThat(hub.asked()).isEmpty();
    }

    private void publish(String commit, String weights) throws IOException {
        Path folder = HubFolders.marian(temporary.resolve(commit));
        Files.writeString(folder.resolve("model.safetensors"), weights + " of " + commit);
        Files.writeString(folder.resolve("tf_model.h5"), "not needed");
        Files.writeString(folder.resolve("README.md"), "---\nlicense: cc-by-4.0\n---\n");
        List<String> siblings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                siblings.add(sibling(commit, file));
            }
        }
        String json =
                "{\"sha\": \"" + commit + "\", \"siblings\": [" + String.join(",", siblings) + "]}";
        hub.put(list("main"), json.getBytes(StandardCharsets.UTF_8));
    }

    private String sibling(String commit, Path file) throws IOException {
        String name = file.getFileName().toString();
        byte[] content = Files.readAllBytes(file);
        String target = "/" + REPOSITORY + "/resolve/" + commit + "/" + name;
        String size = "{\"rfilename\": \"" + name + "\", \"size\": " + content.length;
        if (!name.endsWith("safetensors")) {
            hub.put(target, content);
            return size + "}";
        }
        storage.put("/lfs/" + commit, content);
        hub.next(target, TinyWeb.redirect(storage.at("/lfs/" + commit)));
        return size
                + ", \"lfs\": {\"sha256\": \""
                + WebModels.sum(content).sha256()
                + "\", \"size\": "
                + content.length
                + "}}";
    }

    private static String list(String revision) {
        return "/api/models/" + REPOSITORY + "/revision/" + revision + "?blobs=true";
    }

    private static ModelCard card() {
        return new ModelCard(
                "opus",
                "marian",
                Uses.translating(Set.of(new LanguageTag("en")), Set.of(new LanguageTag("nl"))),
                List.of(),
                new ModelSource.Hub(REPOSITORY),
                new Upstream("https://example.org", "", "apache-2.0", null),
                null,
                false);
    }

    private ModelStore store(Map<URI, String> tokens, boolean fetch, ModelCard... cards) {
        Disk disk = new Disk();
        FetchSettings settings =
                new FetchSettings(Map.of(), tokens, ProxySelector.of(null), 2, WebModels.SHORT);
        Fetcher fetcher = new Fetcher(settings, disk);
        PipDownload pip = new PipDownload("no-such-python", List.of());
        Hubs hubs = new Hubs(List.of(hub.at("")), fetcher);
        return TinyModels.store(
                new Installation(new Places(directory), new Sources(pip, fetcher, hubs), disk),
                fetch,
                cards);
    }

    private static DragomanException refusal(ThrowingCallable work) {
        return catchThrowableOfType(DragomanException.class, work);
    }
}
