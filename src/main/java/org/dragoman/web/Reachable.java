package org.dragoman.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
        TreeSet<LanguageTag> sources = new TreeSet<>(Comparator.comparing(LanguageTag::value));
        pool.cards().stream()
                .filter(card -> card.task() == ModelTask.TRANSLATION)
                .forEach(c -> sources.addAll(c.from()));
        return sources.stream()
                .map(source -> new Source(source, source.name(reader), targets(source)))
                .toList();
    }

    private List<Target> targets(LanguageTag source) {
        List<Target> targets = new ArrayList<>();
        for (ModelCard card : pool.cards()) {
            card.to().stream()
                    .filter(to -> card.translates(source, to))
                    .map(to -> new Target(to, List.of(card.name()), state(card)))
                    .forEach(targets::add);
        }
        targets.sort(Comparator.comparing(target -> target.code().value()));
        return targets;
    }

    private Target.State state(ModelCard card) {
        ModelState state = pool.status(card.name()).state();
        return state == ModelState.READY || state == ModelState.LOADED
                ? Target.State.INSTALLED
                : Target.State.CATALOGUE;
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
