package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a claim into the longest stretches the article has too, from left to right. Takes time in
 * proportion to the claim's length: a stem that stands in too many places starts none beyond the
 * first of them, and no fragment is longer than a bound.
 */
final class Fragments {
    private static final int MOST_PLACES = 200;
    private static final int LONGEST = 60;

    private final Source source;

    Fragments(Source source) {
        this.source = source;
    }

    /** In order; words the article lacks are in none. */
    List<Fragment> of(Line claim) {
        List<Fragment> fragments = new ArrayList<>();
        int at = 0;
        while (at < claim.size()) {
            Fragment longest = longest(claim, at);
            if (longest.size() > 0) {
                fragments.add(longest);
            }
            at = Math.max(at + 1, longest.to());
        }
        return fragments;
    }

    private Fragment longest(Line claim, int from) {
        List<Index.Place> best = new ArrayList<>();
        int length = 0;
        List<Index.Place> places = source.index().places(claim.word(from).stem());
        for (Index.Place place : places.subList(0, Math.min(places.size(), MOST_PLACES))) {
            int common = common(claim, from, place);
            if (common > length) {
                best.clear();
                length = common;
            }
            if (common == length) {
                best.add(place);
            }
        }
        return new Fragment(from, from + length, best);
    }

    private int common(Line claim, int from, Index.Place place) {
        Line line = source.lines().get(place.line());
        int most = Math.min(LONGEST, Math.min(claim.size() - from, line.size() - place.index()));
        int length = 0;
        while (length < most
                && claim.word(from + length)
                        .stem()
                        .equals(line.word(place.index() + length).stem())) {
            length++;
        }
        return length;
    }
}
