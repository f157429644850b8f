package org.dragoman.model;

import java.util.List;

/**
 * A model that writes token sequences. Immutable after load and thread-safe: all that changes is in
 * the {@link Decoder}.
 */
public interface SequenceModel extends AutoCloseable {
    Limits limits();

    /**
     * Encodes a batch and gives the decoder for it; whoever calls closes the decoder.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable when native memory ran out
     */
    Decoder start(List<Prompt> rows, Scoring scoring);

    @Override
    void close();
}
