package org.dragoman.summarization;

import java.util.List;

/**
 * Tells whether what matters stands first in a text, as in news, or is spread over it. Only a long
 * text without a dateline is asked: in short ones the beginning is a good summary whatever they
 * are. Such a text is read as news when its beginning lies nearer to the middle of the whole than
 * almost any other stretch of it. Manuals and licences often begin near their middle too, so less
 * than that tells nothing.
 */
final class Shape {
    /** Whole sentences; of sixty pieces of news the longest had forty. */
    static final int LONG = 50;

    /** Sentences that make a beginning. */
    private static final int LEAD = 3;

    /** The share of all stretches of the text that must lie farther from its middle. */
    private static final double ABOVE = 0.95;

    private Shape() {}

    /**
     * @param centrality of the whole sentences, in order
     */
    static Reason of(boolean dateline, List<Double> centrality) {
        if (dateline || centrality.size() < LONG) {
            return Reason.NEWS_POSITION;
        }
        double lead = stretch(centrality, 0);
        int last = centrality.size() - LEAD;
        int below = 0;
        for (int start = 1; start <= last; start++) {
            below += stretch(centrality, start) < lead ? 1 : 0;
        }
        return below >= ABOVE * last ? Reason.NEWS_POSITION : Reason.LONG_TEXT_CENTRALITY;
    }

    private static double stretch(List<Double> centrality, int start) {
        return centrality.subList(start, start + LEAD).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
