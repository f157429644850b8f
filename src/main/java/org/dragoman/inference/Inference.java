package org.dragoman.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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
     * @throws IllegalArgumentException when the model does not write, or a row is empty or longer
     *     than its longest source
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
     * @param alsoAllowed target ids that widen the row's shortlist
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(int[] source, int[] alsoAllowed) {}

    /**
     * A generated row.
     *
     * @param ids without the end
     * @param finished false when it ran into the maximum instead of ending
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Generated(int[] ids, boolean finished) {}
}
