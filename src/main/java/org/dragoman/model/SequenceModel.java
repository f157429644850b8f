package org.dragoman.model;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A model that writes token sequences. Immutable after load and thread-safe: all that changes is in
 * the {@link Decoder}.
 */
public interface SequenceModel extends AutoCloseable {
    Limits limits();

    /**
     * Encodes a batch and gives the decoder for it; whoever calls closes the decoder.
     *
     * @param goesOn asked between the crossings of the encoder, on this thread: the batch holds
     *     still until it answers, and is given up when it says no
     * @return nothing when it was given up
     * @throws org.dragoman.failure.DragomanException model-unavailable when native memory ran out
     */
    Optional<Decoder> start(List<Prompt> rows, Scoring scoring, BooleanSupplier goesOn);

    /** As {@link #start(List, Scoring, BooleanSupplier)}, which it never gives up. */
    default Decoder start(List<Prompt> rows, Scoring scoring) {
        return start(rows, scoring, () -> true).orElseThrow();
    }

    @Override
    void close();
}
