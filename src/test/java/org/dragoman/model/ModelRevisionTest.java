package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process installs another revision of a model while this one uses it. */
@Timeout(60)
class ModelRevisionTest {
    private static final String FIRST = "1234567";
    private static final String SECOND = "7654321";

    @TempDir Path temporary;
    private final TinyLoader loader = new TinyLoader();
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
}
