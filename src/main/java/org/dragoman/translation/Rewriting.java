package org.dragoman.translation;

/** All rules for a sentence, outermost first: each sees the answer after those below it. */
final class Rewriting {
    private Rewriting() {}

    /**
     * The sentence as the model reads it, and the way back.
     *
     * @param open quotations that are open where the sentence begins
     */
    static Rewritten of(String source, Repertoire repertoire, Pair pair, Layout.Open open) {
        Symbols symbols = new Symbols(repertoire);
        return Rewritten.unchanged(source)
                .then(new Directions(pair))
                .then(new Widths())
                .then(new Edges(symbols, pair))
                .then(new Insets(symbols, pair))
                .then(new Punctuation(pair))
                .then(new FirstLetter(pair))
                .then(new Quotation(pair, repertoire, open))
                .then(new Currencies(repertoire, pair.target()))
                .then(new Dashes(repertoire, pair))
                .then(new Words(repertoire, pair.from()))
                .then(new Capitals(pair))
                .then(new Strays());
    }
}
