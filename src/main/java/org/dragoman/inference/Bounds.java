package org.dragoman.inference;

/**
 * How much waits and how much runs at once. A row of beam search counts once for each beam: it is
 * as many rows of the model.
 *
 * @param queueTokens tokens that may wait
 * @param batchTokens bound on the longest source × rows of a batch of several rows, whatever their
 *     beams
 * @param batchRows rows of a batch at most
 * @param padding share of a batch that may be padding, 0 to 1
 * @param turn tokens of a call that are served before it is another call's turn
 */
record Bounds(int queueTokens, int batchTokens, int batchRows, double padding, int turn) {
    Bounds {
        if (queueTokens < 1
                || turn < 1
                || batchTokens < 1
                || batchRows < 1
                || !(padding >= 0 && padding <= 1)) {
            throw new IllegalArgumentException("Not bounds for inference");
        }
    }

    static Bounds of(InferenceSettings settings) {
        return new Bounds(
                settings.queueTokens(),
                settings.batchTokens(),
                settings.batchRows(),
                settings.batchPadding(),
                settings.turn());
    }

    Likeness likeness() {
        return new Likeness(turn);
    }
}
