package org.dragoman.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/** Cards of translators that are on disk or not, and the routes there are by them. */
final class RouteModels {
    private final List<ModelCard> cards = new ArrayList<>();
    private final List<Reach> reaches = new ArrayList<>();

    /** A student on disk with a published figure. */
    void here(String name, String from, String to, double comet) {
        add(card(name, "bergamot", tags(from), tags(to), comet), Reach.INSTALLED);
    }

    /** A student in the catalogue with a published figure. */
    void catalogue(String name, String from, String to, double comet) {
        add(card(name, "bergamot", tags(from), tags(to), comet), Reach.CATALOGUE);
    }

    void add(ModelCard card, Reach reach) {
        cards.add(card);
        reaches.add(reach);
    }

    RouteGraph graph(RouteRules rules) {
        return RouteGraph.of(cards, reaches, rules);
    }

    Optional<Route> best(String from, String to) {
        return graph(RouteRules.USUAL).best(tag(from), tag(to));
    }

    /** Names of the models on the best way, or "none". */
    String way(String from, String to) {
        return way(RouteRules.USUAL, from, to);
    }

    String way(RouteRules rules, String from, String to) {
        return graph(rules)
                .best(tag(from), tag(to))
                .map(route -> String.join(" ", route.names()))
                .orElse("none");
    }

    static RouteRules rules(int hops, String... pivots) {
        return new RouteRules(Arrays.stream(pivots).map(LanguageTag::new).toList(), hops, Map.of());
    }

    static ModelCard card(
            String name,
            String family,
            Set<LanguageTag> from,
            Set<LanguageTag> to,
            @Nullable Double comet) {
        return new ModelCard(
                name,
                family,
                Uses.translating(from, to),
                List.of(
                        new ModelFile(
                                ModelFile.Role.WEIGHTS, "weights", "", "0".repeat(64), 17_000_000)),
                new ModelSource.Folder(Path.of("none")),
                new Upstream(
                        "",
                        "1",
                        "none",
                        comet == null ? null : new Upstream.Published(30.0, comet)),
                null,
                false);
    }

    static LanguageTag tag(String tag) {
        return new LanguageTag(tag);
    }

    static Set<LanguageTag> tags(String... tags) {
        return Arrays.stream(tags).map(LanguageTag::new).collect(Collectors.toSet());
    }
}
