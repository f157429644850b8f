package org.dragoman.model;

/**
 * A claim on a model in memory: until it is closed the model stays. Thread-safe; closing twice is
 * closing once.
 */
public interface Lease extends AutoCloseable {
    ModelCard card();

    LoadedModel model();

    /** Another claim on the same model, closed on its own. */
    Lease share();

    @Override
    void close();
}
