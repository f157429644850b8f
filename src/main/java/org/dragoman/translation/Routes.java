package org.dragoman.translation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Hop;
import org.dragoman.model.Route;
import org.dragoman.model.RouteGraph;

/** The ways a call's texts take, each looked up once. For one thread. */
final class Routes {
    private final RouteGraph graph;
    private final Map<Between, Way> ways = new HashMap<>();

    Routes(RouteGraph graph) {
        this.graph = graph;
    }

    Way between(LanguageTag source, LanguageTag target) {
        return ways.computeIfAbsent(
                new Between(source, target), ends -> Way.of(graph.best(source, target)));
    }

    private record Between(LanguageTag source, LanguageTag target) {}

    /**
     * How a text gets from one language into another.
     *
     * @param models names of the models, in order; empty when there is no way now
     * @param legs one a model
     * @param wanted what would have to be added for the best way there could be; empty when there
     *     is a way, or none could be
     */
    record Way(List<String> models, List<Leg> legs, List<String> wanted) {
        private static Way of(Optional<Route> route) {
            if (route.isEmpty()) {
                return new Way(List.of(), List.of(), List.of());
            }
            Route best = route.get();
            return best.usable()
                    ? new Way(best.names(), legs(best), List.of())
                    : new Way(List.of(), List.of(), best.wanted());
        }

        private static List<Leg> legs(Route route) {
            Pair whole = Pair.of(route.source(), route.target());
            return route.hops().stream()
                    .map(hop -> new Leg(hop, Pair.of(hop.from(), hop.to()), whole))
                    .toList();
        }

        boolean open() {
            return !legs.isEmpty();
        }
    }

    /**
     * One model's share of a way.
     *
     * @param pair it goes between
     * @param whole the pair the whole way goes between
     */
    record Leg(Hop hop, Pair pair, Pair whole) {}
}
