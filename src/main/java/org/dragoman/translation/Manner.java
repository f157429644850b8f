package org.dragoman.translation;

import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;

/** How a model is asked for a sentence. */
enum Manner {
    /** As a whole where it fits, by the model's own search. */
    PLAIN,
    /** The same by beam search, which gives several answers. */
    ALTERNATIVES,
    /** In pieces of at most two thirds of the sentence, each by the model's own search. */
    CLAUSES;

    private static final int BEAMS = 4;

    /** The search in this manner for a model that is searched by {@code own} otherwise. */
    SearchOptions search(SearchOptions own) {
        if (this != ALTERNATIVES) {
            return own;
        }
        int width = Math.max(BEAMS, own.beam().width());
        return own.searchedBy(
                new Beam(width, BEAMS, own.beam().lengthPenalty(), own.beam().stopping()));
    }
}
