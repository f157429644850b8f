package org.dragoman.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;

/**
 * Languages as the nodes and translators as the edges of a graph, and the best way between any two.
 * A language here is one language in one script: pt-BR is reached by a model for pt, zh-Hant not by
 * one for zh. A model of many languages is an edge from each it reads to each it writes. Immutable.
 */
public final class RouteGraph {
    /**
     * By how much a way through a pivot has to be expected to be better than a direct one to be
     * taken in its place: it takes longer, and what is expected of either is a guess to within so
     * much.
     */
    static final double MARGIN = 0.05;

    private static final Comparator<Route> ORDER =
            Comparator.comparing((Route route) -> !route.usable())
                    .thenComparing(Comparator.comparingDouble(RouteGraph::score).reversed())
                    .thenComparing(route -> route.hops().size())
                    .thenComparing(Route::bytes)
                    .thenComparing(route -> String.join(" ", route.names()));

    /** From and to, of the models' own tags: to look for a route takes longer than its work. */
    private final Map<List<LanguageTag>, Optional<Route>> routes = new ConcurrentHashMap<>();

    private final Map<LanguageTag, Place> places;
    private final Map<String, List<Carrier>> readers = new HashMap<>();
    private final Map<String, Carrier> named = new HashMap<>();
    private final List<Place> sources;
    private final List<Place> targets;
    private final List<Place> pivots;
    private final RouteRules rules;

    private RouteGraph(
            Map<LanguageTag, Place> places, Collection<Carrier> carriers, RouteRules rules) {
        this.places = places;
        for (Carrier carrier : carriers) {
            named.put(carrier.card().name(), carrier);
            for (String form : carrier.reads()) {
                readers.computeIfAbsent(form, none -> new ArrayList<>()).add(carrier);
            }
        }
        this.sources = places(ModelCard::from);
        this.targets = places(ModelCard::to);
        this.pivots = rules.pivots().stream().map(Place::of).toList();
        this.rules = rules;
    }

    /**
     * The graph of these models; those that do not translate are left out.
     *
     * @param reaches of the cards, in their order
     */
    static RouteGraph of(List<ModelCard> cards, List<Reach> reaches, RouteRules rules) {
        Map<LanguageTag, Place> places = new HashMap<>();
        List<Carrier> carriers = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).task() == ModelTask.TRANSLATION) {
                carriers.add(Carrier.of(cards.get(i), reaches.get(i), places));
            }
        }
        return new RouteGraph(places, carriers, rules);
    }

    /** A graph of models that are on disk, with the usual rules: one pivot, English. */
    public static RouteGraph ofInstalled(List<ModelCard> cards) {
        return of(cards, Collections.nCopies(cards.size(), Reach.INSTALLED), RouteRules.USUAL);
    }

    /** The same graph without the models of many languages that are not on disk. */
    public RouteGraph withoutLargeModelsToFetch() {
        return new RouteGraph(
                places,
                named.values().stream()
                        .filter(carrier -> carrier.reach() != Reach.CATALOGUE || carrier.onePair())
                        .toList(),
                rules);
    }

    /**
     * The best way, be it one that {@link Route#usable} or one that takes models from the
     * catalogue; nothing when no known models lead there, or both are one language.
     *
     * <p>What is prescribed for the pair goes before everything. Otherwise ways that can be gone
     * now come first, then the higher quality expected, with {@value #MARGIN} added to a direct
     * one's, then fewer hops, fewer bytes, and the names. Of several models for a hop one for the
     * very tags goes before one for their languages without a region, that before one for another
     * region, one on disk before one to be fetched, and then again quality, bytes and name.
     */
    public Optional<Route> best(LanguageTag from, LanguageTag to) {
        if (!places.containsKey(from) || !places.containsKey(to)) {
            return best(place(from), place(to));
        }
        return routes.computeIfAbsent(
                List.of(from, to), ends -> best(places.get(from), places.get(to)));
    }

    /** Every language some translator reads, by tag. */
    public List<LanguageTag> sources() {
        return sources.stream().map(Place::tag).toList();
    }

    /** The best way from a language to each other there is one to, by the target's tag. */
    public List<Route> from(LanguageTag source) {
        Place place = place(source);
        return targets.stream().flatMap(target -> best(place, target).stream()).toList();
    }

    private Optional<Route> best(Place source, Place target) {
        if (source.alike(target)) {
            return Optional.empty();
        }
        Optional<List<String>> way = rules.prescribed(source, target);
        if (way.isPresent()) {
            return new Prescription(way.get(), this).from(source, target);
        }
        List<Route> found = new ArrayList<>();
        extend(List.of(), List.of(source), target, found);
        return found.stream().min(ORDER);
    }

    /** Adds the routes that begin with these hops; {@code passed} ends where the last hop does. */
    private void extend(List<Hop> hops, List<Place> passed, Place target, List<Route> found) {
        Place here = passed.get(passed.size() - 1);
        hop(here, target).ifPresent(last -> found.add(new Route(joined(hops, last))));
        if (hops.size() + 2 > rules.hops()) {
            return;
        }
        for (Place pivot : pivots) {
            if (!pivot.alike(target) && passed.stream().noneMatch(pivot::alike)) {
                hop(here, pivot)
                        .ifPresent(
                                hop ->
                                        extend(
                                                joined(hops, hop),
                                                joined(passed, pivot),
                                                target,
                                                found));
            }
        }
    }

    /** The best model from one language right into another. */
    Optional<Hop> hop(Place from, Place to) {
        return readers.getOrDefault(from.form(), List.of()).stream()
                .filter(carrier -> carrier.goes(from, to))
                .min(Carrier.order(from, to))
                .map(carrier -> carrier.hop(from, to));
    }

    /** The translator with this name. */
    Optional<Carrier> carrier(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** To tell what a tag falls back to takes a while; of the models' own tags it is known. */
    private Place place(LanguageTag tag) {
        Place known = places.get(tag);
        return known == null ? Place.of(tag) : known;
    }

    private static double score(Route route) {
        return route.expected() + (route.direct() ? MARGIN : 0);
    }

    private static <T> List<T> joined(List<T> before, T last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    private List<Place> places(Function<ModelCard, Collection<LanguageTag>> side) {
        return named.values().stream()
                .flatMap(carrier -> side.apply(carrier.card()).stream())
                .distinct()
                .map(this::place)
                .sorted(Comparator.comparing(place -> place.tag().value()))
                .toList();
    }
}
