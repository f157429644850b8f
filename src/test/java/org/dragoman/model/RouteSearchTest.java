package org.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.Test;

/** The graph against a search that writes every way out and compares them all. */
class RouteSearchTest {
    private static final List<Reach> NEAREST_FIRST =
            List.of(Reach.INSTALLED, Reach.DEFAULT, Reach.CATALOGUE);

    private static final List<String> TAGS =
            List.of("en", "pt", "pt-BR", "de", "es", "zh", "zh-Hant", "tr");

    private final Random random = new Random(5);

    @Test
    void noWayIsBetterThanTheOneThatIsTaken() {
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            List<ModelCard> cards = new ArrayList<>();
            List<Reach> reaches = new ArrayList<>();
            for (int n = random.nextInt(14); n >= 0; n--) {
                cards.add(card(n));
                reaches.add(NEAREST_FIRST.get(random.nextInt(3)));
            }
            RouteRules rules =
                    RouteModels.rules(
                            1 + random.nextInt(4),
                            tags(random.nextInt(4)).stream()
                                    .map(LanguageTag::value)
                                    .toArray(String[]::new));
            RouteGraph graph = RouteGraph.of(cards, reaches, rules);
            Everything all = new Everything(cards, reaches, rules);
            for (int pair = 0; pair < 6; pair++) {
                LanguageTag source = new LanguageTag(TAGS.get(random.nextInt(TAGS.size())));
                LanguageTag target = new LanguageTag(TAGS.get(random.nextInt(TAGS.size())));
                assertThat(graph.best(source, target).map(Route::names))
                        .as("%s to %s, case %d", source, target, i)
                        .isEqualTo(all.best(source, target).map(Route::names));
            }
        }
    }

    private ModelCard card(int number) {
        boolean many = random.nextInt(5) == 0;
        boolean told = random.nextInt(4) > 0;
        Set<LanguageTag> from = tags(many ? 3 : 1);
        Set<LanguageTag> to = tags(many ? 3 : 1);
        return RouteModels.card(
                "m" + number,
                random.nextBoolean() ? "bergamot" : "marian",
                from.isEmpty() ? Set.of(LanguageTag.ENGLISH) : from,
                to.isEmpty() ? Set.of(LanguageTag.ENGLISH) : to,
                told ? 0.60 + random.nextInt(8) * 0.05 : null);
    }

    private Set<LanguageTag> tags(int most) {
        Set<LanguageTag> tags = new HashSet<>();
        for (int i = 0; i < most; i++) {
            tags.add(new LanguageTag(TAGS.get(random.nextInt(TAGS.size()))));
        }
        return tags;
    }

    /** Every way there is, model by model, by the rules as they are told to people. */
    private record Everything(List<ModelCard> cards, List<Reach> reaches, RouteRules rules) {
        Optional<Route> best(LanguageTag from, LanguageTag to) {
            if (from.sameLanguage(to)) {
                return Optional.empty();
            }
            return ways(from, to, List.of(from)).stream()
                    .filter(hops -> hops.size() <= rules.hops())
                    .map(Route::new)
                    .min(
                            Comparator.comparing((Route route) -> !route.usable())
                                    .thenComparing(route -> -worth(route))
                                    .thenComparing(route -> route.hops().size())
                                    .thenComparing(Route::bytes)
                                    .thenComparing(route -> String.join(" ", route.names())));
        }

        private static double worth(Route route) {
            return route.expected() + (route.hops().size() == 1 ? 0.05 : 0);
        }

        /** Every list of hops through pivots that were not seen before. */
        private List<List<Hop>> ways(LanguageTag from, LanguageTag to, List<LanguageTag> seen) {
            List<List<Hop>> ways = new ArrayList<>();
            hops(from, to).forEach(hop -> ways.add(List.of(hop)));
            for (LanguageTag pivot : rules.pivots()) {
                if (!pivot.sameLanguage(to) && seen.stream().noneMatch(pivot::sameLanguage)) {
                    List<List<Hop>> rests = ways(pivot, to, joined(seen, List.of(pivot)));
                    for (Hop hop : hops(from, pivot)) {
                        rests.forEach(rest -> ways.add(joined(List.of(hop), rest)));
                    }
                }
            }
            return ways;
        }

        /** All models of a hop that are not out of the question for another's nearness. */
        private List<Hop> hops(LanguageTag from, LanguageTag to) {
            List<Hop> all = new ArrayList<>();
            for (int i = 0; i < cards.size(); i++) {
                if (cards.get(i).from().stream().anyMatch(from::sameLanguage)
                        && cards.get(i).to().stream().anyMatch(to::sameLanguage)) {
                    all.add(new Hop(cards.get(i), reaches.get(i), from, to));
                }
            }
            List<Hop> near = nearest(all, hop -> hop.reach() == Reach.CATALOGUE ? 1 : 0);
            List<Hop> exact = nearest(near, Everything::distance);
            return nearest(exact, hop -> NEAREST_FIRST.indexOf(hop.reach()));
        }

        private static List<Hop> nearest(List<Hop> hops, ToIntFunction<Hop> distance) {
            int least = hops.stream().mapToInt(distance).min().orElse(0);
            return hops.stream().filter(hop -> distance.applyAsInt(hop) == least).toList();
        }

        private static int distance(Hop hop) {
            return distance(hop.from(), hop.model().from()) + distance(hop.to(), hop.model().to());
        }

        private static int distance(LanguageTag tag, Set<LanguageTag> made) {
            List<LanguageTag> closest = tag.fallbacks();
            return IntStream.range(0, closest.size())
                    .filter(at -> made.contains(closest.get(at)))
                    .findFirst()
                    .orElse(closest.size());
        }

        private static <T> List<T> joined(List<T> first, List<T> second) {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }
}
