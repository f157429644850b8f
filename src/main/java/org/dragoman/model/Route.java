package org.dragoman.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A way from one language into another, model by model. Immutable.
 *
 * @param hops at least one; each begins in the language the one before ends in
 */
public record Route(List<Hop> hops) {
    public Route {
        hops = List.copyOf(hops);
        if (hops.isEmpty()) {
            throw new IllegalArgumentException("A route has a hop");
        }
    }

    /** Names of the models, in order. */
    public List<String> names() {
        return hops.stream().map(hop -> hop.model().name()).toList();
    }

    /** The language it begins in. */
    public LanguageTag source() {
        return hops.get(0).from();
    }

    /** The language it ends in. */
    public LanguageTag target() {
        return hops.get(hops.size() - 1).to();
    }

    /** Whether one model goes the whole way. */
    public boolean direct() {
        return hops.size() == 1;
    }

    /** How near the furthest of its models is. */
    public Reach reach() {
        return hops.stream().map(Hop::reach).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Whether it can be gone without anybody's help. */
    public boolean usable() {
        return reach() != Reach.CATALOGUE;
    }

    /**
     * What has to be installed before it can be gone, as {@code dragoman models add} takes it:
     * pairs, {@code en-de}, and the names of models of many languages.
     */
    public List<String> wanted() {
        return hops.stream()
                .filter(hop -> hop.reach() == Reach.CATALOGUE)
                .map(hop -> wanted(hop.model()))
                .distinct()
                .toList();
    }

    private static String wanted(ModelCard card) {
        return card.from().size() == 1 && card.to().size() == 1
                ? card.from().iterator().next() + "-" + card.to().iterator().next()
                : card.name();
    }

    /** What the publisher of a direct route's model states; empty for a route of several. */
    public Optional<Upstream.Published> published() {
        Upstream.@Nullable Published stated = hops.get(0).model().upstream().published();
        return direct() ? Optional.ofNullable(stated) : Optional.empty();
    }

    /**
     * The quality to expect, 0 to 1: the product of the hops'. Each hop is taken to keep its share
     * of what the one before left; a second model cannot tell, let alone mend, what the first got
     * wrong. That is pessimistic as a forecast of COMET, but it orders routes as their parts are.
     */
    double expected() {
        double product = 1;
        for (Hop hop : hops) {
            product *= Expectation.of(hop.model());
        }
        return product;
    }

    /** Bytes of all its models' files: what it costs to have, and roughly to run. */
    long bytes() {
        return hops.stream().mapToLong(hop -> Expectation.bytes(hop.model())).sum();
    }
}
