package org.dragoman.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.generation.ReversingModel;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Embedder;
import org.dragoman.model.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BatcherConcurrencyTest {
    private static final int THREADS = 8;
    private final ReversingModel once = new ReversingModel(1, 1 << 10, 4);
    private final ReversingModel twice = new ReversingModel(2, 1 << 10, 4);
    private final CountedLease onceLease = CountedLease.on("once", once);
    private final CountedLease twiceLease = CountedLease.on("twice", twice);
    private final CountedLease sumLease = CountedLease.on("sum", new Summing());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Batcher batcher =
            new Batcher(
                    Settings.with("workers", "3", "queue-tokens", "3000", "batch-rows", "7"),
                    registry);

    @Test
    void noAnswerIsPairedWithTheWrongRow() throws InterruptedException, ExecutionException {
        int cases = Integer.getInteger("dragoman.cases", 500);
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            Random random = new Random(i);
            calls.add(callers.submit(() -> call(random)));
        }
        int answered = 0;
        for (Future<Integer> call : calls) {
            answered += call.get();
        }
        callers.shutdown();
        batcher.close();

        assertThat(answered).isGreaterThan(cases);
        assertThat(List.of(onceLease.claims(), twiceLease.claims(), sumLease.claims()))
                .containsOnly(1);
        assertThat(once.closed).hasValue(once.opened.get());
        assertThat(registry.get("dragoman.inference.queue.rows").gauge().value()).isZero();
        assertThat(registry.get("dragoman.inference.queue.tokens").gauge().value()).isZero();
    }

    /** Rows that were answered; each of them rightly. */
    private int call(Random random) {
        Deadline deadline = Deadline.after(Duration.ofMillis(1 + random.nextInt(2000)));
        List<int[]> sources =
                IntStream.range(0, 1 + random.nextInt(30))
                        .mapToObj(i -> random.ints(1 + random.nextInt(60), 1, 10_000).toArray())
                        .toList();
        try {
            return switch (random.nextInt(3)) {
                case 0 -> generated(onceLease, 1, sources, deadline, random);
                case 1 -> generated(twiceLease, 2, sources, deadline, random);
                default -> embedded(sources, deadline, random);
            };
        } catch (DragomanException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.QUEUE_FULL);
            return 0;
        }
    }

    private int generated(
            CountedLease lease,
            int repeats,
            List<int[]> sources,
            Deadline deadline,
            Random random) {
        List<Row> rows = sources.stream().map(Row::of).toList();
        List<CompletableFuture<Generated>> answers = batcher.generate(lease, rows, deadline);
        disturb(answers, deadline, random);
        int answered = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (completes(answers.get(i))) {
                assertThat(answers.get(i).join().ids())
                        .isEqualTo(ReversingModel.expected(sources.get(i), repeats));
                answered++;
            }
        }
        return answered;
    }

    private int embedded(List<int[]> sources, Deadline deadline, Random random) {
        List<Tokens> rows = sources.stream().map(ids -> new Tokens(ids, List.of())).toList();
        List<CompletableFuture<float[]>> answers = batcher.embed(sumLease, rows, deadline);
        disturb(answers, deadline, random);
        int answered = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (completes(answers.get(i))) {
                assertThat(answers.get(i).join()).isEqualTo(Summing.vector(sources.get(i)));
                answered++;
            }
        }
        return answered;
    }

    private static void disturb(
            List<? extends CompletableFuture<?>> answers, Deadline deadline, Random random) {
        int kind = random.nextInt(5);
        if (kind == 0) {
            deadline.cancel();
        } else if (kind == 1) {
            answers.get(random.nextInt(answers.size())).cancel(true);
        }
    }

    /** Waits; false when the row failed in a way a caller has to expect. */
    private static boolean completes(CompletableFuture<?> answer) {
        try {
            answer.join();
            return true;
        } catch (CancellationException cancelled) {
            return false;
        } catch (CompletionException failed) {
            assertThat(failed.getCause())
                    .isInstanceOfSatisfying(
                            DragomanException.class,
                            cause ->
                                    assertThat(cause.code())
                                            .isEqualTo(ErrorCode.DEADLINE_EXCEEDED));
            return false;
        }
    }

    /** A vector that tells which row it is for. */
    private static final class Summing implements Embedder {
        static float[] vector(int[] ids) {
            return new float[] {Arrays.stream(ids).sum(), ids.length, ids[0]};
        }

        @Override
        public float[][] embed(List<Tokens> rows) {
            return rows.stream().map(row -> vector(row.ids())).toArray(float[][]::new);
        }

        @Override
        public int longest() {
            return 1000;
        }

        @Override
        public Set<LanguageTag> languages() {
            return Set.of();
        }

        @Override
        public void close() {}
    }
}
