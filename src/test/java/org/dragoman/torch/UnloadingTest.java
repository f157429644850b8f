package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.dragoman.TestModels;
import org.dragoman.TinyHub;
import org.dragoman.model.Catalogue;
import org.dragoman.model.ModelFolders;
import org.dragoman.model.ModelStore;
import org.dragoman.model.Precision;
import org.dragoman.model.Progress;
import org.dragoman.model.Wish;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resident memory of a process, as Linux counts it, while models come and go. */
class UnloadingTest {
    @TempDir static Path temporary;
    private static List<String> lines = List.of();

    @BeforeAll
    static void loadElsewhere() throws IOException, InterruptedException {
        grow();
        ModelStore defaults = TestModels.store();
        defaults.installDefaults(Progress.NONE);
        lines = LoadsElsewhere.run(temporary.resolve("models"));
    }

    @Test
    void whatAModelIsSaidToTakeIsWhatTheProcessGrowsBy() {
        for (Precision precision : Precision.values()) {
            long said = figures(precision.name(), 2).findFirst().orElseThrow();
            long growth = figures(precision.name(), 1).findFirst().orElseThrow();

            assertThat(growth).as(precision.name()).isCloseTo(said, withPercentage(15));
            assertThat(CheckpointSize.in(temporary.resolve("models/grown"), precision))
                    .isCloseTo(said / LoadsElsewhere.COPIES, withPercentage(5));
        }
    }

    @Test
    void unloadingEveryModelGivesTheMemoryBack() {
        long before = figures("BEFORE", 1).findFirst().orElseThrow();
        long after = figures("AFTER", 1).findFirst().orElseThrow();

        assertThat(after).isLessThan(before + before / 10);
    }

    private static LongStream figures(String name, int column) {
        return lines.stream()
                .map(line -> line.split(" ", -1))
                .filter(line -> line[0].equals(name))
                .mapToLong(line -> Long.parseLong(line[column]));
    }

    /** Makes a store with an OPUS-MT model of random weights, 124 MB of them. */
    private static void grow() throws IOException {
        ModelStore store =
                new ModelStore(new Catalogue(List.of()), temporary.resolve("models"), false, "");
        Path folder = RandomMarian.write(temporary.resolve("opus-mt-en-de"));
        TinyHub.tokenizer(folder, 320);
        Wish wish =
                new Wish(
                        Optional.of("grown"),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        new ModelFolders(store, LoadsElsewhere.LOADERS).add(folder, wish, Progress.NONE);
    }
}
