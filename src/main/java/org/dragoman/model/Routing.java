package org.dragoman.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a store's translators as they are now: asked each time which there are and which are
 * on disk, and built again when that has changed. Thread-safe.
 */
final class Routing {
    private final ModelStore store;
    private final RouteRules rules;
    private volatile @Nullable Drawn drawn;

    Routing(ModelStore store, RouteRules rules) {
        this.store = store;
        this.rules = rules;
    }

    RouteGraph graph() {
        List<ModelCard> cards = store.cards();
        List<Reach> reaches = cards.stream().map(this::reach).toList();
        Drawn last = drawn;
        if (last == null || !last.cards().equals(cards) || !last.reaches().equals(reaches)) {
            last = new Drawn(cards, reaches, RouteGraph.of(cards, reaches, rules));
            drawn = last;
        }
        return last.graph();
    }

    private Reach reach(ModelCard card) {
        if (store.present(card)) {
            return Reach.INSTALLED;
        }
        return card.preset() && store.reachable(card) ? Reach.DEFAULT : Reach.CATALOGUE;
    }

    /** A graph and what it was drawn from. */
    private record Drawn(List<ModelCard> cards, List<Reach> reaches, RouteGraph graph) {}
}
