package org.dragoman.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/**
 * A route as an operator wrote it: steps that are names of models, or pairs for which the best
 * model is taken. Where a step does not say its end, by a pair or by a model that writes one
 * language, the beginning of the next one does.
 */
record Prescription(List<String> steps, RouteGraph graph) {
    /** The route; nothing when a step names what is not known, or does not follow on the last. */
    Optional<Route> from(Place source, Place target) {
        List<Hop> hops = new ArrayList<>();
        Place here = source;
        for (int i = 0; i < steps.size(); i++) {
            Optional<Place> next = i + 1 == steps.size() ? Optional.of(target) : end(i);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            Optional<Hop> hop = hop(steps.get(i), here, next.get());
            if (hop.isEmpty()) {
                return Optional.empty();
            }
            hops.add(hop.get());
            here = next.get();
        }
        return hops.isEmpty() ? Optional.empty() : Optional.of(new Route(hops));
    }

    private Optional<Hop> hop(String step, Place here, Place next) {
        Optional<Carrier> named = graph.carrier(step);
        if (named.isPresent()) {
            return named.filter(carrier -> carrier.goes(here, next))
                    .map(carrier -> carrier.hop(here, next));
        }
        return Ends.parse(step)
                .filter(pair -> Place.of(pair.from()).alike(here))
                .filter(pair -> Place.of(pair.to()).alike(next))
                .flatMap(pair -> graph.hop(here, next));
    }

    /** Where a step before the last ends. */
    private Optional<Place> end(int step) {
        return graph.carrier(steps.get(step))
                .map(carrier -> one(carrier.card().to()))
                .orElseGet(() -> Ends.parse(steps.get(step)).map(Ends::to))
                .or(() -> beginning(steps.get(step + 1)))
                .map(Place::of);
    }

    private Optional<LanguageTag> beginning(String step) {
        return graph.carrier(step)
                .map(carrier -> one(carrier.card().from()))
                .orElseGet(() -> Ends.parse(step).map(Ends::from));
    }

    private static Optional<LanguageTag> one(Collection<LanguageTag> tags) {
        return tags.size() == 1 ? Optional.of(tags.iterator().next()) : Optional.empty();
    }
}
