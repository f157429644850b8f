package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dragoman.TinyWeb;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Models that are published on the web, from a real server on this machine. */
@Timeout(60)
class WebSourceTest {
    @TempDir Path directory;
    private TinyWeb web;
    private ModelCard card;
    private ModelStore store;

    @BeforeEach
    void aPublishedModel() throws IOException {
        web = new TinyWeb();
        WebModels.publish(web, "one", 1);
        card = WebModels.card(web.at("/media/"), "one", 1);
        store = WebModels.store(directory, WebModels.settings(), card);
    }

    @AfterEach
    void closeTheServer() throws IOException {
        web.close();
    }

    @Test
    void aModelIsFetchedUnpackedAndPinned() throws IOException {
        InstalledModel installed = store.install("one", Progress.NONE);

        assertThat(installed.file(ModelFile.Role.WEIGHTS)).hasBinaryContent(WebModels.weights(1));
        assertThat(installed.file(ModelFile.Role.VOCABULARY))
                .hasBinaryContent(WebModels.vocabulary(1));
        assertThat(installed.card().pinned()).isTrue();
        assertThat(CardFormat.read(JsonFile.read(directory.resolve("one/card.json"))))
                .isEqualTo(installed.card());
        assertThat(names()).containsExactlyInAnyOrder("one", ".locks");
        assertThat(store.outdated(card)).isFalse();
    }

    @Test
    void whatIsInstalledIsNotFetchedAgain() {
        store.install("one", Progress.NONE);
        int asked = web.asked().size();

        store.install("one", Progress.NONE);

        assertThat(asked).isEqualTo(2);
        assertThat(web.asked()).hasSize(asked);
    }

    @Test
    void progressNeverFallsAndEndsAtTheTotal() {
        List<Long> heard = new ArrayList<>();
        long[] total = new long[1];

        store.install(
                "one",
                (model, done, all) -> {
                    heard.add(done);
                    total[0] = all;
                    assertThat(store.progress(card)).contains(new ModelStore.Underway(done, all));
                });

        assertThat(total[0]).isEqualTo(web.served() + WebModels.weights(1).length);
        assertThat(heard).isSorted().last().isEqualTo(total[0]);
        assertThat(store.progress(card)).isEmpty();
    }

    @Test
    void severalModelsComeTogetherAndOneThatIsMissingKeepsNoneAway() {
        WebModels.publish(web, "two", 2);
        ModelCard two = WebModels.card(web.at("/media/"), "two", 2);
        ModelCard gone = WebModels.card(web.at("/media/"), "gone", 3);
        ModelStore all = WebModels.store(directory, WebModels.settings(), card, gone, two);

        DragomanException refusal =
                refusal(() -> all.installAll(List.of("one", "gone", "two"), Progress.NONE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(refusal).hasMessageContaining("Model gone").hasMessageContaining("(404)");
        assertThat(all.installed("one").card().pinned()).isTrue();
        assertThat(all.installed("two").card().pinned()).isTrue();
        assertThat(all.state(gone)).isEqualTo(ModelState.FAILED);
    }

    @Test
    void aModelThatIsRemovedIsAvailableAgain() throws IOException {
        store.install("one", Progress.NONE);

        store.remove("one");

        assertThat(store.state(card)).isEqualTo(ModelState.AVAILABLE);
        assertThat(store.card("one")).isEqualTo(card);
        assertThat(names()).containsExactly(".locks");
        assertThat(refusal(() -> store.remove("one")).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(refusal(() -> store.remove("none")).code()).isEqualTo(ErrorCode.MODEL_UNKNOWN);
    }

    @Test
    void anotherRevisionInTheCatalogueIsAnUpdateAndUntilThenTheOldOneRuns() {
        InstalledModel old = store.install("one", Progress.NONE);
        WebModels.publish(web, "one", 2);
        ModelCard newer = WebModels.card(web.at("/media/"), "one", 2);
        ModelStore later = WebModels.store(directory, WebModels.settings(), newer);

        assertThat(later.outdated(newer)).isTrue();
        assertThat(later.installed("one").card()).isEqualTo(old.card());

        InstalledModel updated = later.update("one", Progress.NONE);

        assertThat(updated.file(ModelFile.Role.WEIGHTS)).hasBinaryContent(WebModels.weights(2));
        assertThat(updated.card().revision()).isEqualTo(newer.revision());
        assertThat(later.outdated(newer)).isFalse();
    }

    @Test
    void aFullDiskIsSaidAndWhatIsThereAndWhatWasFetchedStays() throws IOException {
        InstalledModel old = store.install("one", Progress.NONE);
        WebModels.publish(web, "one", 2);
        ModelCard newer = WebModels.card(web.at("/media/"), "one", 2);
        ModelStore full =
                TinyModels.store(
                        WebModels.installation(directory, WebModels.settings(), new SmallDisk()),
                        true,
                        newer);

        assertThat(refusal(() -> full.update("one", Progress.NONE)).code())
                .isEqualTo(ErrorCode.DISK_FULL);

        assertThat(full.installed("one").card()).isEqualTo(old.card());
        long before = web.served();
        ModelStore later = WebModels.store(directory, WebModels.settings(), newer);
        assertThat(later.update("one", Progress.NONE).card().revision())
                .isEqualTo(newer.revision());
        assertThat(web.served() - before).isLessThan(WebModels.weights(2).length / 2);
    }

    @Test
    void contentThatIsNotTheCardsIsRefusedAlsoWhenItIsPackedRight() {
        byte[] other = WebModels.packed(WebModels.weights(3));
        ModelFile weights = card.file(ModelFile.Role.WEIGHTS);
        ModelCard wrong =
                card.with(
                        List.of(
                                new ModelFile(
                                        weights.role(),
                                        weights.path(),
                                        weights.member(),
                                        weights.content(),
                                        WebModels.sum(other))),
                        card.revision());
        web.put(WebModels.path("one", "model.bin"), other);

        assertThat(
                        refusal(
                                () ->
                                        WebModels.store(directory, WebModels.settings(), wrong)
                                                .install("one", Progress.NONE)))
                .hasMessageContaining("model.bin does not have the checksum of its card");
        assertThat(directory.resolve("one")).doesNotExist();
    }

    @Test
    void withFetchingOffNoServerIsAsked() {
        ModelStore off =
                TinyModels.store(
                        WebModels.installation(directory, WebModels.settings(), new Disk()),
                        false,
                        card);

        assertThat(refusal(() -> off.install("one", Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(refusal(() -> off.installAll(List.of("one"), Progress.NONE)).code())
                .isEqualTo(ErrorCode.MODEL_NOT_INSTALLED);
        assertThat(web.asked()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static DragomanException refusal(ThrowingCallable work) {
        return catchThrowableOfType(DragomanException.class, work);
    }

    /** Takes most of a model and no more, as Linux would say it. */
    private static final class SmallDisk extends Disk {
        @Override
        public OutputStream append(Path file) throws IOException {
            return new FilterOutputStream(super.append(file)) {
                private int left = 15_000;

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    int room = Math.min(left, length);
                    out.write(bytes, from, room);
                    left -= room;
                    if (room < length) {
                        throw new IOException("No space left on device");
                    }
                }
            };
        }
    }
}
