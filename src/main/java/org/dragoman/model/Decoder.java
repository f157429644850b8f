package org.dragoman.model;

/** One batch being decoded: one thread, one native handle, closed by whoever called start. */
public interface Decoder extends AutoCloseable {
    /** One step with scores; the tokens of the request are empty on the first call. */
    Step step(StepRequest request);

    /**
     * Greedy steps without edits. Element [i] of the answer is of new row i, and stops after the
     * first id that is one of {@link Scoring#ends}; scores are told where {@link
     * Scoring#renormalise} says so.
     *
     * @param parents old row of each new row; those left out are finished or cancelled and are
     *     freed now
     * @param tokens last id of each new row; empty on the first call
     * @param steps 1 to 8
     */
    Steps advance(int[] parents, int[] tokens, int steps);

    /** Frees the batch; may be called again, and after an exception. */
    @Override
    void close();
}
