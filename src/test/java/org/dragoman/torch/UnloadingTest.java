package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dragoman.TestModels;
import org.dragoman.TinyHub;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelLoader;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Precisions;
import org.dragoman.model.Progress;
import org.dragoman.model.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory of the process, as Linux counts it, while models come and go. */
class UnloadingTest {
    private static final long BUDGET = 1L << 30;

    private final List<ModelLoader> loaders =
            List.of(new BergamotLoader(), new SentenceTransformerLoader(), new HubLoader());

    @TempDir Path temporary;

    @Test
    void whatAModelIsSaidToTakeIsWhatTheProcessGrowsBy() throws IOException {
        ModelStore store = grown();
        for (Precision precision : List.of(Precision.INT8, Precision.FP32)) {
            long expected = CheckpointSize.in(temporary.resolve("models/grown"), precision);
            // What a first load leaves for all later ones is not the model's.
            cycle(store, Precisions.of(precision));
            long said = 0;
            long[] growths = new long[3];
            for (int i = 0; i < growths.length; i++) {
                long before = resident();
                try (ModelPool pool = pool(store, Precisions.of(precision))) {
                    pool.lease("grown").close();
                    said = pool.nativeBytes();
                    growths[i] = resident() - before;
                }
            }
            Arrays.sort(growths);

            // The heap's share of the process moves too: the median is the model's.
            assertThat(growths[1]).as(precision.name()).isCloseTo(said, withPercentage(15));
            assertThat(expected).isCloseTo(said, withPercentage(5));
        }
    }

    @Test
    void unloadingEveryModelGivesTheMemoryBack() throws IOException {
        ModelStore store = grown();
        ModelStore defaults = TestModels.store();
        Precisions usual = new Precisions(Map.of(), Optional.empty());
        for (ModelCard card : defaults.cards()) {
            defaults.obtain(card.name());
        }
        cycle(defaults, usual);
        cycle(store, usual);
        long before = resident();

        for (int i = 0; i < 2; i++) {
            cycle(defaults, usual);
            cycle(store, usual);
        }

        assertThat(resident()).isLessThan(before + before / 10);
    }

    /** A store with an OPUS-MT model of random weights, 124 MB of them. */
    private ModelStore grown() throws IOException {
        ModelStore store =
                new ModelStore(new Catalogue(List.of()), temporary.resolve("models"), false, "");
        Path folder = RandomMarian.write(temporary.resolve("opus-mt-en-de"));
        TinyHub.tokenizer(folder, 32000);
        Wish wish =
                new Wish(
                        Optional.of("grown"),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        new ModelFolders(store, loaders).add(folder, wish, Progress.NONE);
        return store;
    }

    /** Loads every model there is and closes them all. */
    private void cycle(ModelStore store, Precisions precisions) {
        try (ModelPool pool = pool(store, precisions)) {
            store.cards().forEach(card -> pool.lease(card.name()).close());
        }
    }

    private ModelPool pool(ModelStore store, Precisions precisions) {
        return new ModelPool(store, loaders, precisions, BUDGET, Duration.ZERO);
    }

    private static long resident() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
