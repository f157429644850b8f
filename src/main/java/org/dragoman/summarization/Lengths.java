package org.dragoman.summarization;

import java.util.OptionalInt;
import org.dragoman.model.Limits;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.SearchOptions;

/** How many tokens a model may write. */
final class Lengths {
    /** Room for one long sentence: the one the maximum falls into may be the only one. */
    private static final int SENTENCE = 40;

    private Lengths() {}

    /**
     * The model's own search with lengths for what is asked. Asked words bound the target, with
     * room for a sentence more, since only whole sentences count; asked sentences only widen it,
     * since nobody knows how long they will be. A least length above half of what is asked would
     * make the model ramble and is lowered to that.
     *
     * @param tokensPerWord of the text, in this model's tokens
     */
    static SearchOptions of(LoadedModel.Writing model, Maxima maxima, double tokensPerWord) {
        SearchOptions own = model.search();
        Limits limits = model.model().limits();
        int ownMost = mostNew(own.lengths(), limits);
        double wanted = (maxima.likelyWords() + SENTENCE) * tokensPerWord;
        int most = tokens(maxima.boundsWords() ? wanted : Math.max(ownMost, wanted), limits);
        int least = tokens(maxima.likelyWords() * tokensPerWord / 2, limits);
        return own.within(
                new SearchOptions.Lengths(
                        OptionalInt.of(most),
                        own.lengths().most(),
                        Math.min(own.lengths().leastNew(), least),
                        Math.min(own.lengths().least(), least)));
    }

    /** New tokens at most, the end included. */
    static int mostNew(SearchOptions.Lengths lengths, Limits limits) {
        int room = limits.longestTarget() - 1;
        return Math.min(room, lengths.mostNew().orElse(lengths.most().orElse(room + 1) - 1));
    }

    private static int tokens(double wanted, Limits limits) {
        return (int) Math.min(limits.longestTarget() - 1, Math.max(1, Math.ceil(wanted)));
    }
}
