package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model said, or several after one another. Immutable.
 *
 * @param scores log-probabilities of the ids that were chosen, a list of them a model, in the order
 *     the models were asked; the array is empty where a model does not tell
 */
record Said(String text, List<float[]> scores) {
    Said {
        scores = List.copyOf(scores);
    }

    /** What no model said. */
    static Said unasked(String text) {
        return new Said(text, List.of());
    }

    /** The same in other words. */
    Said as(String other) {
        return new Said(other, scores);
    }

    /** The same after what the models before said. */
    Said after(Said before) {
        List<float[]> all = new ArrayList<>(before.scores);
        all.addAll(scores);
        return new Said(text, all);
    }
}
