package org.dragoman.inference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding;
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
     * @param waited whether somebody still waits for the row with this index
     * @return one for each row, in order; empty where the row was given up because nobody waited
     */
    List<Optional<O>> run(List<I> rows, IntPredicate waited);

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
        public List<Optional<Generated>> run(List<Row> rows, IntPredicate waited) {
            List<Prompt> prompts = rows.stream().map(this::prompt).toList();
            return decoding.search(runtime, prompts, options, waited).stream()
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

    /** Sentences to vectors, in one crossing: nobody can leave in between. */
    record Embedding(String model, Embedder runtime) implements Work<Tokens, float[]> {
        @Override
        public List<Optional<float[]>> run(List<Tokens> rows, IntPredicate waited) {
            return Arrays.stream(runtime.embed(rows)).map(Optional::of).toList();
        }
    }
}
