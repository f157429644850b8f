package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process installs another revision of a model while this one uses it. */
@Timeout(60)
class ModelRevisionTest {
    private static final String FIRST = "1234567";
    private static final String SECOND = "7654321";
    private static final String THIRD = "3333333";

    @TempDir Path temporary;
    private final Picky loader = new Picky();
    private ModelCard first;
    private ModelPool pool;

    @BeforeEach
    void aModelInMemory() throws IOException {
        first = TinyModels.card("a", TinyModels.folder(temporary.resolve("source"), "a"));
        pool = TinyModels.pool(store(first), 200, loader);
        pool.lease("a").close();
    }

    @Test
    void whoeverComesNextGetsTheNewRevisionAndWhoHasTheOldOneKeepsIt() {
        try (Lease before = pool.lease("a")) {
            install(SECOND);
            try (Lease after = pool.lease("a")) {
                assertThat(after.card().revision()).isEqualTo(SECOND);
                assertThat(after.model()).isNotSameAs(before.model());
                assertThat(before.card().revision()).isEqualTo(FIRST);
                assertThat(loader.closed).isEmpty();
                assertThat(pool.nativeBytes()).isEqualTo(200);
            }
        }

        // The old one went with its last user; the new one stays.
        assertThat(loader.closed).hasSize(1);
        assertThat(pool.nativeBytes()).isEqualTo(100);
        assertThat(pool.loaded()).isEqualTo(1);
    }

    @Test
    void anOldRevisionNobodyUsesMakesRoomForTheNew() {
        install(SECOND);

        pool.lease("a").close();

        assertThat(loader.loaded).hasSize(2);
        assertThat(loader.closed).hasSize(1);
        assertThat(pool.nativeBytes()).isEqualTo(100);
        pool.close();
        assertThat(loader.closed).hasSize(2);
    }

    @Test
    void aRevisionThatCannotBeLoadedIsStoodInForByTheOneBefore() {
        loader.refused = SECOND;
        install(SECOND);

        for (int i = 0; i < 2; i++) {
            try (Lease lease = pool.lease("a")) {
                assertThat(lease.card().revision()).isEqualTo(FIRST);
            }
        }

        assertThat(loader.tries).isEqualTo(2);
        assertThat(loader.closed).isEmpty();
        assertThat(pool.nativeBytes()).isEqualTo(100);
        assertThat(pool.status("a").state()).isEqualTo(ModelState.LOADED);
        assertThat(pool.status("a").problem())
                .contains(SECOND + " could not be loaded", FIRST + " serves in its place");

        loader.refused = "";
        install(THIRD);
        try (Lease lease = pool.lease("a")) {
            assertThat(lease.card().revision()).isEqualTo(THIRD);
        }
        assertThat(pool.status("a").problem()).isNull();
        assertThat(loader.closed).hasSize(1);
    }

    @Test
    void whoWaitsForARevisionThatCannotBeLoadedGetsTheOneBeforeToo() throws Exception {
        loader.refused = SECOND;
        loader.gate = new CountDownLatch(1);
        install(SECOND);
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> revisions = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                revisions.add(callers.submit(this::revision));
            }
            while (pool.claims("a") < 2) {
                Thread.onSpinWait();
            }
            loader.gate.countDown();
            for (Future<String> revision : revisions) {
                assertThat(revision.get()).isEqualTo(FIRST);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private String revision() {
        try (Lease lease = pool.lease("a")) {
            return lease.card().revision();
        }
    }

    private void install(String revision) {
        Upstream upstream = new Upstream("https://example.org/tiny", revision, "Apache-2.0", null);
        ModelCard other =
                new ModelCard(
                        "a",
                        "tiny",
                        first.uses(),
                        first.files(),
                        first.source(),
                        upstream,
                        null,
                        true);
        store(other).update("a", Progress.NONE);
    }

    private ModelStore store(ModelCard card) {
        ModelStore store = TinyModels.store(temporary.resolve("models"), card);
        store.install("a", Progress.NONE);
        return store;
    }

    /** Does not load one revision. */
    private static final class Picky extends TinyLoader {
        private volatile String refused = "";
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private int tries;

        @Override
        public LoadedModel load(InstalledModel installed, Precision precision) {
            tries++;
            if (installed.card().revision().equals(refused)) {
                await(gate);
                throw new DragomanException(ErrorCode.MODEL_UNAVAILABLE, "It cannot be read");
            }
            return super.load(installed, precision);
        }

        private static void await(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
