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

    /**
     * The search in this manner for a model that is searched by {@code own} otherwise; it tells how
     * sure the model is of each id.
     */
    SearchOptions search(SearchOptions own) {
        SearchOptions telling = own.telling(new SearchOptions.Outputs(true, false));
        if (this != ALTERNATIVES) {
            return telling;
        }
        int width = Math.max(BEAMS, own.beam().width());
        return telling.searchedBy(
                new Beam(width, BEAMS, own.beam().lengthPenalty(), own.beam().stopping()));
    }
}
