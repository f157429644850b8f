package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPoolTest {
    @TempDir Path temporary;
    private final TinyLoader loader = new TinyLoader();
    private ModelStore store;
    private ModelPool pool;

    @BeforeEach
    void aPoolWithRoomForTwoOfFourModels() throws IOException {
        ModelSource source = TinyModels.folder(temporary.resolve("source"), "a", "b", "c", "d");
        store = TinyModels.store(temporary.resolve("models"), cards(source, "a", "b", "c", "d"));
        pool = TinyModels.pool(store, 200, loader);
    }

    @Test
    void aModelIsLoadedOnFirstUseAndKept() {
        use("a");
        use("a");

        assertThat(loader.loaded).containsExactly("a");
        assertThat(loader.closed).isEmpty();
        assertThat(pool.nativeBytes()).isEqualTo(100);
        assertThat(pool.loaded()).isEqualTo(1);
    }

    @Test
    void theLeastRecentlyUsedMakesRoom() {
        use("a");
        use("b");
        use("a");
        use("c");

        assertThat(loader.closed).containsExactly("b");
        use("d");
        assertThat(loader.closed).containsExactly("b", "a");
        assertThat(pool.nativeBytes()).isEqualTo(200);
    }

    @Test
    void asManyAsNeededMakeRoom() {
        loader.takes("c", 200);
        use("a");
        use("b");
        use("c");

        assertThat(loader.closed).containsExactly("a", "b");
    }

    @Test
    void aLeasedModelIsNotEvicted() {
        try (Lease lease = pool.lease("a")) {
            use("b");
            use("c");
            assertThat(loader.closed).containsExactly("b").doesNotContain(lease.card().name());
        }
        use("d");

        assertThat(loader.closed).containsExactly("b", "c");
    }

    @Test
    void whatDoesNotFitBesideModelsInUseIsRefusedAndNothingIsEvicted() {
        use("b");
        loader.takes("c", 150);
        try (Lease lease = pool.lease("a")) {
            DragomanException refusal = refusal("c");
            assertThat(refusal.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
            assertThat(refusal).hasMessageContaining("beside the models in use");
            assertThat(lease.model()).isNotNull();
            assertThat(loader.closed).isEmpty();
        }

        use("c");
        assertThat(loader.closed).containsExactly("b", "a");
    }

    @Test
    void whatCanNeverFitIsRefusedBeforeItIsLoaded() {
        loader.takes("a", 201);

        assertThat(refusal("a"))
                .hasMessageContaining("Model a does not fit")
                .hasMessageContaining("dragoman.models.memory");
        assertThat(loader.loaded).isEmpty();
        assertThat(pool.nativeBytes()).isZero();
    }

    @Test
    void whatTurnsOutTooLargeIsClosedAgain() {
        pool =
                TinyModels.pool(
                        store,
                        200,
                        new TinyLoader() {
                            @Override
                            public long expectedBytes(
                                    InstalledModel installed, Precision precision) {
                                return 1;
                            }

                            @Override
                            public LoadedModel load(InstalledModel model, Precision precision) {
                                loader.takes("a", 201);
                                return loader.load(model, precision);
                            }
                        });

        assertThat(refusal("a").code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
        assertThat(loader.closed).containsExactly("a");
        assertThat(pool.nativeBytes()).isZero();
    }

    @Test
    void aSharedLeaseLivesOnItsOwn() {
        Lease lease = pool.lease("a");
        Lease shared = lease.share();
        lease.close();
        lease.close();
        use("b");
        use("c");
        assertThat(loader.closed).containsExactly("b");

        shared.close();

        use("d");
        assertThat(loader.closed).containsExactly("b", "c");
        assertThatIllegalStateException().isThrownBy(shared::share);
    }

    @Test
    void aDamagedModelIsNotLoadedAndItsStatusSaysWhy() throws IOException {
        use("b");
        Files.write(temporary.resolve("models/b/weights.bin"), new byte[] {1});
        use("c");
        use("d");
        assertThat(loader.closed).contains("b");

        assertThat(refusal("b").code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);

        assertThat(loader.loaded).containsExactly("b", "c", "d");
        assertThat(pool.status("b").state()).isEqualTo(ModelState.FAILED);
        assertThat(pool.status("b").problem()).contains("weights.bin");
    }

    @Test
    void theStatusFollowsAModel() {
        assertThat(pool.status("a").state()).isEqualTo(ModelState.AVAILABLE);
        assertThat(pool.status("a").bytesOnDisk()).isZero();
        store.install("a", Progress.NONE);
        assertThat(pool.status("a").state()).isEqualTo(ModelState.READY);
        assertThat(pool.status("a").bytesInMemory()).isZero();
        use("a");

        ModelStatus status = pool.status("a");

        assertThat(status.state()).isEqualTo(ModelState.LOADED);
        assertThat(status.bytesInMemory()).isEqualTo(100);
        assertThat(status.bytesOnDisk()).isEqualTo(102);
        assertThat(status.from()).containsExactly(LanguageTag.ENGLISH);
        assertThat(pool.statuses())
                .extracting(ModelStatus::name)
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void aFamilyNobodyRunsIsRefused() {
        pool = new ModelPool(store, List.of(), Precisions.of(Precision.INT8), 200, Duration.ZERO);

        assertThat(refusal("a")).hasMessageContaining("No runtime here loads");
    }

    /** Whatever is asked for in whatever order, the budget holds and every model is closed once. */
    @Test
    void theBudgetHoldsForEveryOrderOfUse() {
        Random random = new Random(11);
        String[] names = {"a", "b", "c", "d"};
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            use(names[random.nextInt(4)]);

            assertThat(pool.nativeBytes()).isBetween(100L, 200L);
            assertThat(loader.loaded.size() - loader.closed.size()).isEqualTo(pool.loaded());
        }
        pool.close();

        assertThat(loader.closed).containsExactlyInAnyOrderElementsOf(loader.loaded);
        assertThat(pool.nativeBytes()).isZero();
        assertThat(refusal("a").code()).isEqualTo(ErrorCode.SHUTTING_DOWN);
    }

    private void use(String name) {
        try (Lease lease = pool.lease(name)) {
            assertThat(lease.card().name()).isEqualTo(name);
        }
    }

    private DragomanException refusal(String name) {
        return catchThrowableOfType(DragomanException.class, () -> use(name));
    }

    private static ModelCard[] cards(ModelSource source, String... names) {
        return Arrays.stream(names)
                .map(name -> TinyModels.card(name, source))
                .toArray(ModelCard[]::new);
    }
}
