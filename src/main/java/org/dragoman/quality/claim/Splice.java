package org.dragoman.quality.claim;

import java.util.List;

/**
 * Long stretches copied from sentences that have nothing to do with each other, joined to one
 * claim. Pure.
 */
final class Splice {
    private static final int SHORTEST = 3;
    private static final int FEWEST_CONTENT = 2;

    private Splice() {}

    /** 0 when one sentence has every long stretch or little is copied; 1 for a patchwork. */
    static double of(Match match) {
        List<Fragment> stretches =
                new Fragments(match.source())
                        .of(match.claim()).stream().filter(f -> longEnough(match, f)).toList();
        int all = stretches.stream().mapToInt(Fragment::size).sum();
        if (all == 0) {
            return 0;
        }
        double best = stretches.stream().mapToInt(f -> together(stretches, f)).max().orElse(0);
        double copied = (double) all / match.claim().size();
        return Risk.ramp(1 - best / all, 0, 0.3) * Risk.ramp(copied, 0.4, 0.8);
    }

    private static boolean longEnough(Match match, Fragment fragment) {
        return fragment.size() >= SHORTEST
                && match.claim().content(fragment.from(), fragment.to()) >= FEWEST_CONTENT;
    }

    /** The most words that one of the sentences that have {@code fragment} has of all. */
    private static int together(List<Fragment> stretches, Fragment fragment) {
        return fragment.places().stream()
                .map(Index.Place::line)
                .mapToInt(
                        line ->
                                stretches.stream()
                                        .filter(other -> other.standsIn(line))
                                        .mapToInt(Fragment::size)
                                        .sum())
                .max()
                .orElse(0);
    }
}
