package org.dragoman.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;

/**
 * What is configured of routes. Immutable.
 *
 * @param pivots languages a text may pass through
 * @param hops models of a route at most
 * @param prescribed for a pair the way it goes and no other: names of models, or pairs
 */
record RouteRules(List<LanguageTag> pivots, int hops, Map<Ends, List<String>> prescribed) {
    /** By one pivot, English. */
    static final RouteRules USUAL = new RouteRules(List.of(LanguageTag.ENGLISH), 2, Map.of());

    RouteRules {
        pivots = List.copyOf(pivots);
        prescribed = Map.copyOf(prescribed);
    }

    /**
     * The rules of a configuration.
     *
     * @throws IllegalArgumentException when a pair is none
     */
    static RouteRules of(RoutesConfig config) {
        Map<Ends, List<String>> prescribed = new HashMap<>();
        config.routes().forEach((pair, way) -> prescribed.put(ends(pair), List.copyOf(way)));
        return new RouteRules(config.pivots().orElse(List.of()), config.hops(), prescribed);
    }

    private static Ends ends(String pair) {
        return Ends.parse(pair)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "dragoman.translation.routes: \""
                                                + pair
                                                + "\" is no pair of languages, like pt-de or"
                                                + " pt-BR:zh-Hant"));
    }

    /** The way prescribed for the tags these fall back to, closest first. */
    Optional<List<String>> prescribed(Place from, Place to) {
        if (prescribed.isEmpty()) {
            return Optional.empty();
        }
        return from.lookup().stream()
                .flatMap(source -> to.lookup().stream().map(target -> new Ends(source, target)))
                .flatMap(ends -> Stream.ofNullable(prescribed.get(ends)))
                .findFirst();
    }
}
