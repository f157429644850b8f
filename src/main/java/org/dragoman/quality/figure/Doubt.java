package org.dragoman.quality.figure;

/**
 * How torn a model was while it wrote: of each piece the entropy, in bits, of whether it was the
 * right one, averaged over the pieces. 0 where it was sure of all of them, 1 where it thought each
 * as likely wrong as right, or likelier. It ranks translations a little better than the mean
 * log-probability does (Fomicheva et al. 2020), in which a single odd piece outweighs many doubtful
 * ones.
 */
final class Doubt {
    /** The mean of the default models' doubts, by which few pieces are judged when alone. */
    private static final double USUAL = 0.18;

    /** Pieces the usual doubt counts as: a text of two words says little about itself. */
    private static final int USUAL_PIECES = 4;

    /**
     * What a model trained with label smoothing of 0.1 gives to a piece it is sure of, where others
     * give 1 (Szegedy et al. 2016).
     */
    private static final double SURE_WHEN_SMOOTHED = 0.9;

    private Doubt() {}

    /**
     * The doubt of one model.
     *
     * @param scores log-probability of each id that was chosen, at least one
     */
    static double of(float[] scores) {
        double sure = SURE_WHEN_SMOOTHED;
        for (float score : scores) {
            sure = Math.max(sure, Math.exp(score));
        }
        double sum = USUAL * USUAL_PIECES;
        for (float score : scores) {
            sum += bits(Math.exp(score) / sure);
        }
        return sum / (scores.length + USUAL_PIECES);
    }

    /** What is no probability counts as a piece the model did not believe in. */
    private static double bits(double right) {
        if (!(right > 0.5)) {
            return 1;
        }
        double wrong = 1 - right;
        return right >= 1 ? 0 : -(right * Math.log(right) + wrong * Math.log(wrong)) / Math.log(2);
    }
}
