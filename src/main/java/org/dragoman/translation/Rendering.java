package org.dragoman.translation;

import java.util.List;

/**
 * What can stand for a sentence in a version. Immutable.
 *
 * @param kept whether it is the source, because a model could not read it or gave nothing
 * @param split whether a model was given it clause by clause
 * @param scores log-probabilities of the ids the models chose, one array a model
 */
record Rendering(String text, boolean kept, boolean split, List<float[]> scores) {
    Rendering {
        scores = List.copyOf(scores);
    }

    static Rendering of(String text, boolean split, List<float[]> scores) {
        return new Rendering(text, false, split, scores);
    }

    /** The same in other words. */
    Rendering as(String other) {
        return new Rendering(other, kept, split, scores);
    }

    static Rendering kept(String source) {
        return new Rendering(source, true, false, List.of());
    }
}
