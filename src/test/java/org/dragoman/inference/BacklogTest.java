package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.dragoman.inference.Work.Generation;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Stopping;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Generation first = work("first");
    private final Generation second = work("second");

    @Test
    void nothingWaitsForEverAndBatchesKeepTheirBounds() {
        Random random = new Random(3);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            Bounds bounds =
                    new Bounds(
                            1 << 20,
                            1 + random.nextInt(300),
                            1 + random.nextInt(10),
                            random.nextDouble(),
                            1 + random.nextInt(300));
            Backlog backlog = new Backlog(bounds);
            Set<Waiting<?, ?>> waiting = disturbed(backlog, bounds, random);
            assertThat(backlog.rows()).isEqualTo(waiting.size());
            assertThat(backlog.tokens())
                    .isEqualTo(waiting.stream().mapToLong(Waiting::length).sum());
            while (backlog.rows() > 0) {
                waiting.removeAll(backlog.take().orElseThrow().rows());
            }
            assertThat(waiting).isEmpty();
            assertThat(backlog.tokens()).isZero();
        }
    }

    /** Calls come, rows leave and batches are taken; what waits in the end. */
    private Set<Waiting<?, ?>> disturbed(Backlog backlog, Bounds bounds, Random random) {
        Set<Waiting<?, ?>> waiting = new HashSet<>();
        for (int action = 0; action < 60; action++) {
            int kind = waiting.isEmpty() ? 0 : random.nextInt(6);
            if (kind < 3) {
                String party = "party " + random.nextInt(3);
                waiting.addAll(offer(backlog, first, party, random.ints(3, 1, 90).toArray()));
            } else if (kind == 3) {
                Waiting<?, ?> leaves = waiting.iterator().next();
                assertThat(backlog.leave(leaves)).isTrue();
                waiting.remove(leaves);
            } else {
                Batch<?, ?> batch = backlog.take().orElseThrow();
                check(batch, bounds);
                assertThat(waiting.removeAll(batch.rows())).isTrue();
            }
        }
        return waiting;
    }

    private static void check(Batch<?, ?> batch, Bounds bounds) {
        if (batch.rows().size() > 1) {
            assertThat(batch.area()).isLessThanOrEqualTo(bounds.batchTokens());
            assertThat(batch.rows().size()).isLessThanOrEqualTo(bounds.batchRows());
            assertThat((double) batch.area() - batch.tokens())
                    .isLessThanOrEqualTo(bounds.padding() * batch.area());
        }
    }

    @Test
    void aBatchHoldsTheRowsNearestToTheOldestInLengthFromAllCalls() {
        Backlog backlog = new Backlog(new Bounds(1000, 1000, 3, 1, 2000));
        offer(backlog, first, 10, 50, 12);
        offer(backlog, first, 9, 80, 11);

        assertThat(lengths(backlog)).containsExactly(10, 9, 11);
        assertThat(lengths(backlog)).containsExactly(50, 80, 12);
    }

    @Test
    void rowsOfUnlikeLengthDoNotShareABatch() {
        Backlog backlog = new Backlog(new Bounds(1000, 1000, 9, 0.25, 2000));
        offer(backlog, first, 10, 20, 8, 3, 11);

        assertThat(lengths(backlog)).containsExactly(10, 11, 8);
        assertThat(lengths(backlog)).containsExactly(20);
        assertThat(lengths(backlog)).containsExactly(3);
    }

    @Test
    void aRowLongerThanABatchRunsAlone() {
        Backlog backlog = new Backlog(new Bounds(1000, 30, 9, 1, 2000));
        offer(backlog, first, 100, 10, 10);

        assertThat(lengths(backlog)).containsExactly(100);
        assertThat(lengths(backlog)).containsExactly(10, 10);
    }

    @Test
    void modelsAreServedOldestFirst() {
        Backlog backlog = new Backlog(new Bounds(1000, 1000, 1, 1, 2000));
        offer(backlog, first, 5);
        offer(backlog, second, 5);
        offer(backlog, first, 5);

        List<String> served =
                IntStream.range(0, 3)
                        .mapToObj(i -> backlog.take().orElseThrow().work().model())
                        .toList();

        assertThat(served).containsExactly("first", "second", "first");
    }

    @Test
    void whatWaitsIsSharedBetweenTheFreeWorkers() {
        Bounds bounds = new Bounds(10_000, 10_000, 64, 1, 2000);
        assertThat(take(line(64, 7), bounds, 2).rows()).hasSize(32);
        assertThat(take(line(3, 7), bounds, 2).rows()).hasSize(1);
        assertThat(take(line(1, 7), bounds, 2).rows()).hasSize(1);
        assertThat(take(line(64, 7), bounds, 1).rows()).hasSize(64);
    }

    @Test
    void whatFillsSeveralBatchesIsCutEvenly() {
        Line<Row, Generated> line = line(70, 7);
        Bounds bounds = new Bounds(10_000, 10_000, 32, 1, 2000);

        assertThat(IntStream.range(0, 3).map(i -> take(line, bounds, 1).rows().size()))
                .containsExactly(23, 23, 24);
    }

    @Test
    void aFullQueueTellsHowMuchHasToGoFirst() {
        Backlog backlog = new Backlog(new Bounds(100, 1000, 1, 1, 2000));
        assertThat(backlog.offer(call(first, "", 400))).isZero();
        assertThat(backlog.offer(call(first, "", 1))).isEqualTo(301);
        backlog.take();
        assertThat(backlog.offer(call(first, "", 60, 20))).isZero();
        assertThat(backlog.offer(call(first, "", 20))).isZero();
        assertThat(backlog.offer(call(first, "", 5))).isEqualTo(5);
        assertThat(backlog.offer(call(first, "", 500))).isEqualTo(100);
    }

    @Test
    void aRowCountsOnceForEachOfItsBeams() {
        Generation beams = work("beams", 4);
        Backlog backlog = new Backlog(new Bounds(1000, 200, 10, 1, 2000));
        offer(backlog, beams, 10, 10, 10, 10, 10, 10);
        assertThat(backlog.tokens()).isEqualTo(240);
        // Ten rows of the model hold two of four beams.
        assertThat(lengths(backlog)).hasSize(2);
        assertThat(lengths(backlog)).hasSize(2);
        assertThat(lengths(backlog)).hasSize(2);
        assertThat(backlog.tokens()).isZero();

        // The beams of a row read its source once.
        Backlog wide = new Backlog(new Bounds(1000, 40, 100, 1, 2000));
        offer(wide, beams, 20, 20, 20, 20);
        assertThat(lengths(wide)).hasSize(2);
        assertThat(lengths(wide)).hasSize(2);
        assertThat(wide.offer(call(beams, "", 240))).isZero();
        assertThat(wide.offer(call(beams, "", 20))).isEqualTo(40);
    }

    @Test
    void onlyRowsSearchedAlikeShareABatch() {
        Generation greedy = work("one", 1);
        Generation alsoGreedy = work("one", 1);
        assertThat(greedy.options()).isNotSameAs(alsoGreedy.options());
        Generation shared =
                new Generation("one", greedy.runtime(), greedy.decoding(), alsoGreedy.options(), 0);
        Generation other =
                new Generation("one", greedy.runtime(), greedy.decoding(), greedy.options(), 1);
        Backlog backlog = new Backlog(new Bounds(1000, 1000, 9, 1, 2000));
        offer(backlog, greedy, 5);
        offer(backlog, other, 5);
        offer(backlog, shared, 5);

        assertThat(lengths(backlog)).hasSize(2);
        assertThat(lengths(backlog)).hasSize(1);
    }

    private static Batch<Row, Generated> take(Line<Row, Generated> line, Bounds bounds, int free) {
        return line.take(line.rows().get(0), bounds, free);
    }

    private Line<Row, Generated> line(int rows, int length) {
        Line<Row, Generated> line = new Line<>(first);
        Call<Row, Generated> call =
                call(first, "", IntStream.range(0, rows).map(i -> length).toArray());
        new Turns(2000).add(call);
        call.rows().forEach(line::add);
        return line;
    }

    private static List<Waiting<Row, Generated>> offer(
            Backlog backlog, Generation work, int... lengths) {
        return offer(backlog, work, "", lengths);
    }

    private static List<Waiting<Row, Generated>> offer(
            Backlog backlog, Generation work, String party, int... lengths) {
        Call<Row, Generated> call = call(work, party, lengths);
        assertThat(backlog.offer(call)).isZero();
        return call.rows();
    }

    private static Call<Row, Generated> call(Generation work, String party, int... lengths) {
        List<Row> rows = IntStream.of(lengths).mapToObj(n -> Row.of(new int[n])).toList();
        return new Call<>(
                work,
                CountedLease.on(work.model(), work.runtime()),
                Deadline.after(Duration.ofMinutes(10), party),
                rows,
                row -> row.source().length);
    }

    /** The lengths in the next batch. */
    private static List<Integer> lengths(Backlog backlog) {
        return backlog.take().orElseThrow().rows().stream().map(row -> row.length()).toList();
    }

    private static Generation work(String name) {
        return work(name, 1);
    }

    private static Generation work(String name, int width) {
        SearchOptions greedy = SearchOptions.greedy(ReversingModel.EOS, ReversingModel.EOS);
        SearchOptions options =
                new SearchOptions(
                        greedy.ids(),
                        greedy.lengths(),
                        new Beam(width, 1, 1, Stopping.WHEN_FULL),
                        greedy.repetition(),
                        greedy.bans(),
                        greedy.forced(),
                        false,
                        greedy.outputs());
        return new Generation(name, new ReversingModel(1, 100, 2), new Decoding(8), options, 0);
    }
}
