package org.dragoman.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.Route;
import org.dragoman.model.RouteGraph;
import org.dragoman.model.Upstream;
import org.jspecify.annotations.Nullable;

/** Which languages can be translated into which, by the models the service knows. Thread-safe. */
@ApplicationScoped
public class Reachable {
    private static final Set<ModelState> USABLE = Set.of(ModelState.READY, ModelState.LOADED);

    private final ModelPool pool;

    Reachable(ModelPool pool) {
        this.pool = pool;
    }

    /**
     * Every source language with its targets, by tag; names as a reader of {@code reader} writes
     * them.
     */
    public List<Source> languages(Locale reader, Scope scope) {
        RouteGraph graph =
                scope == Scope.ALL ? pool.routes() : pool.routes().withoutLargeModelsToFetch();
        Map<String, Boolean> usable = new HashMap<>();
        return graph.sources().stream()
                .map(source -> new Source(source, source.name(reader), List.of()))
                .map(source -> source.with(targets(graph.from(source.code()), scope, usable)))
                .filter(source -> scope != Scope.INSTALLED || !source.targets().isEmpty())
                .toList();
    }

    private List<Target> targets(List<Route> routes, Scope scope, Map<String, Boolean> usable) {
        return routes.stream()
                .map(
                        route ->
                                new Target(
                                        route.target(),
                                        route.names(),
                                        state(route, usable),
                                        route.published().orElse(null)))
                .filter(target -> scope != Scope.INSTALLED || target.installed())
                .toList();
    }

    private Target.State state(Route route, Map<String, Boolean> usable) {
        boolean all =
                route.usable()
                        && route.names().stream()
                                .allMatch(name -> usable.computeIfAbsent(name, this::usable));
        return all ? Target.State.INSTALLED : Target.State.CATALOGUE;
    }

    private boolean usable(String model) {
        return USABLE.contains(pool.status(model).state());
    }

    /** How much of what could be reached is told. */
    public enum Scope {
        /** What can be used now. */
        INSTALLED,
        /** That, and what models of the catalogue made for one pair would add. */
        CATALOGUE,
        /** That, and what models of many languages would add, each of which takes gigabytes. */
        ALL
    }

    /** A language texts may be in, and where they can go from there. */
    public record Source(LanguageTag code, String name, List<Target> targets) {
        public Source {
            targets = List.copyOf(targets);
        }

        private Source with(List<Target> reached) {
            return new Source(code, name, reached);
        }
    }

    /**
     * A language a source can be translated into.
     *
     * @param route the models on the way, in order
     * @param published the quality the publisher of a single model states; absent for a route of
     *     several, of which nobody states any
     */
    public record Target(
            LanguageTag code,
            List<String> route,
            State state,
            @JsonInclude(JsonInclude.Include.NON_NULL) Upstream.@Nullable Published published) {
        public Target {
            route = List.copyOf(route);
        }

        /** Whether it can be used now. */
        public enum State {
            INSTALLED,
            CATALOGUE
        }

        /** Whether one model goes the whole way. */
        public boolean direct() {
            return route.size() == 1;
        }

        /** Whether it can be used now. */
        public boolean installed() {
            return state == State.INSTALLED;
        }
    }
}
