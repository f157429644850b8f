package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelPool;
import org.dragoman.model.ModelState;
import org.dragoman.model.ModelTask;

/** Which languages can be translated into which, by the models the service knows. Thread-safe. */
@ApplicationScoped
public class Reachable {
    private final ModelPool pool;

    Reachable(ModelPool pool) {
        this.pool = pool;
    }

    /**
     * Every source language with its targets, by tag; names as a reader of {@code reader} writes
     * them.
     */
    public List<Source> languages(Locale reader) {
        List<Translating> models =
                pool.cards().stream()
                        .filter(card -> card.task() == ModelTask.TRANSLATION)
                        .map(card -> new Translating(card, state(card)))
                        .sorted(Comparator.comparing(Translating::rank))
                        .toList();
        TreeSet<LanguageTag> sources = new TreeSet<>(Comparator.comparing(LanguageTag::value));
        models.forEach(model -> sources.addAll(model.card().from()));
        return sources.stream()
                .map(source -> new Source(source, source.name(reader), targets(models, source)))
                .toList();
    }

    private static List<Target> targets(List<Translating> models, LanguageTag source) {
        TreeMap<String, Target> targets = new TreeMap<>();
        for (Translating model : models) {
            ModelCard card = model.card();
            card.to().stream()
                    .filter(to -> card.translates(source, to))
                    .map(to -> new Target(to, List.of(card.name()), model.state()))
                    .forEach(target -> targets.putIfAbsent(target.code().value(), target));
        }
        return List.copyOf(targets.values());
    }

    private Target.State state(ModelCard card) {
        ModelState state = pool.status(card.name()).state();
        return state == ModelState.READY || state == ModelState.LOADED
                ? Target.State.INSTALLED
                : Target.State.CATALOGUE;
    }

    /** A model and whether it can be used now; of several for a pair the first in rank is taken. */
    private record Translating(ModelCard card, Target.State state) {
        int rank() {
            int languages = card.from().size() + card.to().size();
            return state == Target.State.INSTALLED ? languages : (1 << 16) + languages;
        }
    }

    /** A language texts may be in, and where they can go from there. */
    public record Source(LanguageTag code, String name, List<Target> targets) {}

    /**
     * A language a source can be translated into.
     *
     * @param route the models on the way, in order
     */
    public record Target(LanguageTag code, List<String> route, State state) {
        /** Whether it can be used now. */
        public enum State {
            INSTALLED,
            CATALOGUE
        }
    }
}
