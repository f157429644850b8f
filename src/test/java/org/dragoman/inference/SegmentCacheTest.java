package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Row;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Embedder;
import org.dragoman.model.Lease;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SegmentCacheTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final GatedModel model = new GatedModel();
    private final CountedLease lease = CountedLease.on("reversing", model);
    private final Batcher batcher = new Batcher(Settings.with("workers", "1"), registry);
    private final SegmentCache cache = cache("32M");

    SegmentCacheTest() {
        model.open();
    }

    @AfterEach
    void stop() {
        batcher.close();
    }

    @Test
    void aSegmentIsTranslatedOnce() {
        assertThat(answer(cache, row(1, 2))).containsExactly(2, 1);
        assertThat(answer(cache, row(1, 2))).containsExactly(2, 1);

        assertThat(model.batches).hasSize(1);
        assertThat(registry.get("cache.gets").tag("result", "hit").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void knownAndNewSegmentsOfACallComeBackInOrder() {
        answer(cache, row(5, 6));

        List<int[]> answers =
                cache.generate(lease, List.of(row(1, 2), row(5, 6), row(3, 4)), later()).stream()
                        .map(each -> each.join().ids())
                        .toList();

        assertThat(answers).containsExactly(new int[] {2, 1}, new int[] {6, 5}, new int[] {4, 3});
        assertThat(model.batches.stream().flatMap(List::stream)).hasSize(3);
    }

    @Test
    void whatDiffersInAnythingIsNotTheSameSegment() {
        Row plain = row(1, 2);
        answer(cache, plain);
        int before = asked();

        answer(cache, new Row(new int[] {1}, new int[] {2}, new int[0]));
        answer(cache, new Row(new int[] {1, 2}, new int[0], new int[] {7}));
        answer(cache, new Row(new int[] {1}, new int[0], new int[] {2}));
        cache.generate(lease, List.of(plain), searchedOtherwise(), later()).get(0).join();
        Lease other = CountedLease.on("another", model);
        cache.generate(other, List.of(plain), later()).get(0).join();

        assertThat(asked()).isEqualTo(before + 5);
    }

    @Test
    void nothingIsKeptWhereItIsOff() {
        SegmentCache off = cache("0");
        answer(off, row(1, 2));
        answer(off, row(1, 2));

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aFailureIsNotKept() {
        GatedModel once = new GatedModel(AssertionError::new);
        once.open();
        CountedLease failing = CountedLease.on("failing", once);
        for (int i = 0; i < 2; i++) {
            assertThat(cache.generate(failing, List.of(row(GatedModel.POISON)), later()).get(0))
                    .failsWithin(Duration.ofSeconds(30));
        }

        assertThat(once.batches).hasSize(2);
    }

    @Test
    void vectorsAreKeptToo() {
        Counting counting = new Counting();
        CountedLease embedder = CountedLease.on("embedder", counting);
        Tokens tokens = new Tokens(new int[] {4, 2}, List.of());

        float[] first = cache.embed(embedder, List.of(tokens), later()).get(0).join();
        float[] second = cache.embed(embedder, List.of(tokens), later()).get(0).join();

        assertThat(first).isEqualTo(second);
        assertThat(counting.rows).isEqualTo(1);
    }

    private SegmentCache cache(String size) {
        return new SegmentCache(batcher, Settings.with("cache", size), registry);
    }

    private int asked() {
        return model.batches.stream().mapToInt(List::size).sum();
    }

    private int[] answer(SegmentCache from, Row row) {
        return from.generate(lease, List.of(row), later()).get(0).join().ids();
    }

    private static SearchOptions searchedOtherwise() {
        return ReversingModel.OPTIONS.without(List.of(List.of(9)));
    }

    private static Deadline later() {
        return Deadline.after(Duration.ofMinutes(10));
    }

    private static Row row(int... source) {
        return Row.of(Arrays.copyOf(source, source.length));
    }

    /** A vector a row, and how many rows there were. */
    private static final class Counting implements Embedder {
        private int rows;

        @Override
        public float[][] embed(List<Tokens> asked) {
            rows += asked.size();
            return asked.stream().map(row -> new float[] {row.length()}).toArray(float[][]::new);
        }

        @Override
        public int longest() {
            return 100;
        }

        @Override
        public Set<LanguageTag> languages() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
