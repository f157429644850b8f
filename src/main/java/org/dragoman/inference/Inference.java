package org.dragoman.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dragoman.generation.Hypothesis;
import org.dragoman.model.Lease;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.Tokens;

/**
 * Where work for models is handed in; rows of all callers are batched by model and length.
 * Thread-safe. The caller keeps its lease open until its futures are complete; every future
 * completes: with its row, with what failed, with deadline-exceeded when the deadline passes or the
 * caller leaves, with shutting-down when the service stops.
 */
public interface Inference {
    /**
     * One future a row, in order. All rows are taken or none. What is chained to a future without
     * an executor runs on a worker: keep it short, and never wait for another future in it.
     *
     * @throws IllegalArgumentException when the model does not write, a row is empty or longer than
     *     its longest source, the rows have prefixes of unlike length, or of one that leaves no
     *     room for an id, or the options name an id that the model does not have
     * @throws org.dragoman.failure.DragomanException queue-full with the time to wait when they do
     *     not fit the queue; shutting-down
     */
    List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, SearchOptions options, Deadline deadline);

    /** The same, searched as the model is searched by default. */
    default List<CompletableFuture<Generated>> generate(
            Lease lease, List<Row> rows, Deadline deadline) {
        if (!(lease.model() instanceof LoadedModel.Writing writing)) {
            throw new IllegalArgumentException(lease.card().name() + " does not write");
        }
        return generate(lease, rows, writing.search(), deadline);
    }

    /**
     * One vector a row, in order, each of length 1. All rows are taken or none.
     *
     * @throws IllegalArgumentException when the model does not embed, or a row is empty or longer
     *     than its longest
     * @throws org.dragoman.failure.DragomanException as {@link #generate}
     */
    List<CompletableFuture<float[]>> embed(Lease lease, List<Tokens> rows, Deadline deadline);

    /**
     * A row to generate.
     *
     * @param source ids with specials, at most the model's longest source
     * @param prefix ids its target begins with, after the start token
     * @param alsoAllowed target ids that widen the row's shortlist
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(int[] source, int[] prefix, int[] alsoAllowed) {
        private static final int[] NONE = {};

        /** A row whose target the model begins. */
        public static Row of(int[] source) {
            return new Row(source, NONE, NONE);
        }
    }

    /**
     * A generated row.
     *
     * @param hypotheses at least one, best first
     */
    record Generated(List<Hypothesis> hypotheses) {
        public Generated {
            hypotheses = List.copyOf(hypotheses);
        }

        /** The best one. */
        public Hypothesis best() {
            return hypotheses.get(0);
        }

        /** The ids of the best one, without the prefix and the end. */
        public int[] ids() {
            return best().ids();
        }

        /** Whether the best one ended; false when it ran into the maximum. */
        public boolean finished() {
            return best().finished();
        }
    }
}
