package org.dragoman.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Watch;
import org.dragoman.inference.Inference.Generated;
import org.dragoman.inference.Inference.Row;
import org.dragoman.model.Embedder;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Tokens;

/**
 * What one loaded model does with rows. Two of them are equal when their rows may share a batch.
 * Thread-safe.
 *
 * @param <I> a row that goes in
 * @param <O> a row that comes out
 */
sealed interface Work<I, O> {
    /** The model's name, for metrics and logs. */
    String model();

    /** Rows of the model that a row becomes: the beams of its search. */
    default int beams() {
        return 1;
    }

    /**
     * Runs a batch on the calling thread.
     *
     * @param watch asked between crossings, on this thread
     * @return one for each row, in order; empty where the row was given up because nobody waited
     */
    List<Optional<O>> run(List<I> rows, Watch watch);

    /**
     * Sources to targets. Rows share a batch when they are searched in the same way and their
     * targets begin with as many ids.
     *
     * @param prefix ids each target begins with, after the start token
     */
    record Generation(
            String model,
            SequenceModel runtime,
            Decoding decoding,
            SearchOptions options,
            int prefix)
            implements Work<Row, Generated> {
        @Override
        public int beams() {
            return options.beam().width();
        }

        @Override
        public List<Optional<Generated>> run(List<Row> rows, Watch watch) {
            List<Prompt> prompts = rows.stream().map(this::prompt).toList();
            return decoding.search(runtime, prompts, options, watch).stream()
                    .map(found -> found.isEmpty() ? null : new Generated(found))
                    .map(Optional::ofNullable)
                    .toList();
        }

        private Prompt prompt(Row row) {
            IntStream start = options.ids().start().stream();
            int[] target = IntStream.concat(start, Arrays.stream(row.prefix())).toArray();
            return new Prompt(row.source(), target, row.alsoAllowed());
        }
    }

    /** Sentences to vectors, a few in each crossing. */
    record Embedding(String model, Embedder runtime) implements Work<Tokens, float[]> {
        @Override
        public List<Optional<float[]>> run(List<Tokens> rows, Watch watch) {
            List<Optional<float[]>> vectors = new ArrayList<>();
            Portions portions = new Portions(rows.stream().mapToInt(Tokens::length).toArray());
            while (portions.more()) {
                watch.crossing();
                int from = vectors.size();
                List<Integer> portion = IntStream.range(from, portions.next()).boxed().toList();
                long start = System.nanoTime();
                vectors.addAll(embed(rows, portion, watch));
                portions.took(System.nanoTime() - start);
            }
            return vectors;
        }

        private List<Optional<float[]>> embed(
                List<Tokens> rows, List<Integer> portion, Watch watch) {
            List<Integer> waited = portion.stream().filter(watch::waits).toList();
            float[][] embedded =
                    waited.isEmpty()
                            ? new float[0][]
                            : runtime.embed(waited.stream().map(rows::get).toList());
            Iterator<float[]> vectors = Arrays.asList(embedded).iterator();
            return portion.stream()
                    .map(row -> waited.contains(row) ? vectors.next() : null)
                    .map(Optional::ofNullable)
                    .toList();
        }
    }
}
