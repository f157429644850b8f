package org.dragoman.quality.claim;

import java.util.List;

/**
 * Words of a claim that the article has in the same order. Immutable.
 *
 * @param from index of its first word in the claim
 * @param to index after its last
 * @param places where its first word stands in the article, for each time it has the fragment
 */
record Fragment(int from, int to, List<Index.Place> places) {
    Fragment {
        places = List.copyOf(places);
    }

    int size() {
        return to - from;
    }

    boolean standsIn(int line) {
        return places.stream().anyMatch(place -> place.line() == line);
    }
}
