package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;

/**
 * A translator in the graph of routes.
 *
 * @param reads forms of the languages it reads, as {@link Place} has them
 * @param writes forms of the languages it writes
 * @param expected the quality to expect of it, 0 to 1
 */
record Carrier(
        ModelCard card, Reach reach, Set<String> reads, Set<String> writes, double expected) {
    static Carrier of(ModelCard card, Reach reach, Map<LanguageTag, Place> places) {
        return new Carrier(
                card,
                reach,
                forms(card.from(), places),
                forms(card.to(), places),
                Expectation.of(card));
    }

    private static Set<String> forms(Collection<LanguageTag> tags, Map<LanguageTag, Place> places) {
        return tags.stream()
                .map(tag -> places.computeIfAbsent(tag, Place::of).form())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean onePair() {
        return reads.size() == 1 && writes.size() == 1;
    }

    boolean goes(Place from, Place to) {
        return !from.alike(to) && reads.contains(from.form()) && writes.contains(to.form());
    }

    Hop hop(Place from, Place to) {
        return new Hop(card, reach, from.tag(), to.tag());
    }

    /** Of those that go from here to there the one to take first. */
    static Comparator<Carrier> order(Place from, Place to) {
        return Comparator.comparing((Carrier carrier) -> carrier.reach == Reach.CATALOGUE)
                .thenComparing(carrier -> carrier.distance(from, to))
                .thenComparing(Carrier::reach)
                .thenComparing(Comparator.comparingDouble(Carrier::expected).reversed())
                .thenComparing(carrier -> Expectation.bytes(carrier.card))
                .thenComparing(carrier -> carrier.card.name());
    }

    private int distance(Place from, Place to) {
        return from.distance(card.from()) + to.distance(card.to());
    }
}
