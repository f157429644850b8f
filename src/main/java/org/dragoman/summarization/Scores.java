package org.dragoman.summarization;

import java.util.List;

/**
 * What each sentence is worth on its own: its centrality, and in news its place, 0.6 · exp(−rank /
 * 8) among whole sentences; less for somebody's words and for a beginning that leans on another
 * sentence. Centrality differs by one or two tenths between the sentences of a text, so at the
 * beginning of news the place decides.
 */
final class Scores {
    private static final double PLACE = 0.6;

    /** Whole sentences over which the worth of a place falls to a third. */
    private static final double DECAY = 8;

    private static final double AGAINST = 0.1;

    private Scores() {}

    static double[] of(List<Candidate> candidates, double[] centrality, boolean byPlace) {
        double[] scores = new double[candidates.size()];
        int rank = 0;
        for (int i = 0; i < scores.length; i++) {
            Candidate candidate = candidates.get(i);
            scores[i] = centrality[i] - penalty(candidate, rank == 0);
            if (byPlace) {
                scores[i] += PLACE * Math.exp(-rank / DECAY);
            }
            rank += candidate.is(Candidate.Trait.FRAGMENT) ? 0 : 1;
        }
        return scores;
    }

    private static double penalty(Candidate candidate, boolean first) {
        double penalty = candidate.is(Candidate.Trait.QUOTED) ? AGAINST : 0;
        return candidate.is(Candidate.Trait.LEANING) && !first ? penalty + AGAINST : penalty;
    }
}
