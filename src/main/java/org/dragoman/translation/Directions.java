package org.dragoman.translation;

/**
 * Direction marks, embeddings and isolates of the source are not shown to the model: they fit the
 * source's order of words. The answer gets those it needs itself.
 */
final class Directions implements Rewritten.Rule {
    private final boolean rightToLeft;

    Directions(Pair pair) {
        this.rightToLeft = pair.to().rightToLeft();
    }

    @Override
    public Rewritten rewrite(String text) {
        return new Rewritten(Isolates.without(text), answer -> Isolates.in(answer, rightToLeft));
    }
}
