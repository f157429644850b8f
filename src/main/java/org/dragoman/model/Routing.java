package org.dragoman.model;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The graph of a store's translators as they are now: which there are and which are on disk is
 * looked at again when its directory has changed, and the graph built again when that is another
 * answer. Thread-safe.
 */
final class Routing {
    private final ModelStore store;
    private final RouteRules rules;
    private final DirectoryView<Drawn> drawn;

    Routing(ModelStore store, RouteRules rules) {
        this.store = store;
        this.rules = rules;
        this.drawn = new DirectoryView<>(store.directory(), this::draw);
    }

    RouteGraph graph() {
        try {
            return drawn.get().graph();
        } catch (IOException unreadable) {
            return draw(null).graph();
        }
    }

    private Drawn draw(@Nullable Drawn last) {
        List<ModelCard> cards = store.cards();
        List<Reach> reaches = cards.stream().map(this::reach).toList();
        return last != null && last.cards().equals(cards) && last.reaches().equals(reaches)
                ? last
                : new Drawn(cards, reaches, RouteGraph.of(cards, reaches, rules));
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
