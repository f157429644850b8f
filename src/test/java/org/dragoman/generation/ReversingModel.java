package org.dragoman.generation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Steps;

/**
 * A model in arithmetic: it writes the source backwards {@code repeats} times and ends. Each row
 * finds its place from the last id it is told, so a decoder that is given the wrong parents or the
 * wrong last ids writes something else. Records what it was asked. Thread-safe.
 */
public final class ReversingModel implements SequenceModel {
    public static final int EOS = 0;
    public static final SearchOptions OPTIONS = SearchOptions.greedy(EOS, EOS);
    private final Limits limits;
    private final int repeats;
    public final List<int[]> crossings = Collections.synchronizedList(new ArrayList<>());
    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger closed = new AtomicInteger();

    public ReversingModel(int repeats, int longestTarget, double targetPerSource) {
        this.repeats = repeats;
        this.limits = new Limits(1 << 20, 1 << 10, longestTarget, targetPerSource, 0);
    }

    /** What is written for this source, the end not included. */
    public static int[] expected(int[] source, int repeats) {
        return IntStream.range(0, source.length * repeats)
                .map(i -> source[source.length - 1 - i % source.length])
                .toArray();
    }

    @Override
    public Limits limits() {
        return limits;
    }

    @Override
    public Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn) {
        opened.incrementAndGet();
        return Optional.of(new Reversing(rows.stream().map(Prompt::source).toList()));
    }

    @Override
    public void close() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(int[] target, int written) {}

    private final class Reversing implements Decoder {
        private List<Row> batch;

        Reversing(List<int[]> sources) {
            batch = sources.stream().map(s -> new Row(expected(s, repeats), 0)).toList();
        }

        @Override
        public Steps advance(int[] parents, int[] tokens, int steps) {
            crossings.add(parents.clone());
            List<Row> next = new ArrayList<>();
            int[][] chosen = new int[parents.length][];
            for (int i = 0; i < parents.length; i++) {
                Row row = batch.get(parents[i]);
                check(row, i, tokens);
                int end = Math.min(row.written + steps, row.target.length + 1);
                chosen[i] =
                        IntStream.range(row.written, end)
                                .map(at -> at < row.target.length ? row.target[at] : EOS)
                                .toArray();
                next.add(new Row(row.target, end));
            }
            batch = next;
            return new Steps(chosen, null);
        }

        private void check(Row row, int i, int[] tokens) {
            if (row.written == 0 ? tokens.length != 0 : tokens[i] != row.target[row.written - 1]) {
                throw new IllegalArgumentException("Not the last id of row " + i);
            }
        }

        @Override
        public Step step(StepRequest request) {
            throw new UnsupportedOperationException("Greedy search asks for no scores");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
