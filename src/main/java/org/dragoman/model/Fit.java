package org.dragoman.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.dragoman.language.LanguageTag;

/**
 * Which variant of each pair is taken so that all that one digest needs fits into memory together:
 * the default models, one model into English, and one out of English for every target. It starts
 * with the best of each pair; as long as they do not fit, the step to a smaller one that frees most
 * for the quality it costs is taken. For one use, one thread.
 */
public final class Fit {
    /** What a step is taken to cost in COMET where nobody states it. */
    private static final double UNKNOWN_LOSS = 0.02;

    private static final double LEAST_LOSS = 0.0005;

    private final List<ModelCard> always;
    private final ToLongFunction<ModelCard> memory;
    private final long budget;
    private final Map<LanguagePair, ModelCard> chosen = new LinkedHashMap<>();

    /**
     * A choice.
     *
     * @param always models that are in memory beside those that are chosen
     * @param memory bytes outside the heap that a model takes
     * @param budget bytes that all may take together
     */
    public Fit(Collection<ModelCard> always, ToLongFunction<ModelCard> memory, long budget) {
        this.always = List.copyOf(always);
        this.memory = memory;
        this.budget = budget;
    }

    /**
     * The choice for some pairs.
     *
     * @param offered what there is for each, the best first, at least one
     */
    public Outcome of(Map<LanguagePair, List<ModelCard>> offered) {
        offered.forEach((pair, models) -> chosen.put(pair, models.get(0)));
        Optional<Step> step = nextStep(offered);
        while (step.isPresent()) {
            chosen.put(step.get().pair(), step.get().to());
            step = nextStep(offered);
        }
        List<Smaller> smaller = new ArrayList<>();
        chosen.forEach(
                (pair, taken) -> {
                    ModelCard best = models(offered, pair).get(0);
                    if (!best.equals(taken)) {
                        smaller.add(new Smaller(best, taken));
                    }
                });
        return new Outcome(List.copyOf(chosen.values()), smaller, need(), budget);
    }

    private static List<ModelCard> models(
            Map<LanguagePair, List<ModelCard>> offered, LanguagePair pair) {
        return Objects.requireNonNull(offered.get(pair));
    }

    /** Empty when all fit, or nothing smaller is left. */
    private Optional<Step> nextStep(Map<LanguagePair, List<ModelCard>> offered) {
        return need() > budget ? bestStep(offered) : Optional.empty();
    }

    private Optional<Step> bestStep(Map<LanguagePair, List<ModelCard>> offered) {
        long widest = widestReader();
        return chosen.entrySet().stream()
                .filter(each -> !reads(each.getKey()) || bytes(each.getValue()) == widest)
                .flatMap(
                        each ->
                                models(offered, each.getKey()).stream()
                                        .filter(next -> bytes(next) < bytes(each.getValue()))
                                        .findFirst()
                                        .map(to -> new Step(each.getKey(), each.getValue(), to))
                                        .stream())
                .max(Comparator.comparingDouble(this::worth));
    }

    private double worth(Step step) {
        return (bytes(step.from()) - bytes(step.to())) / (loss(step) + LEAST_LOSS);
    }

    private static double loss(Step step) {
        Upstream.Published before = step.from().upstream().published();
        Upstream.Published after = step.to().upstream().published();
        if (before == null || after == null || before.comet() == null || after.comet() == null) {
            return UNKNOWN_LOSS;
        }
        return Math.max(0, before.comet() - after.comet());
    }

    private long need() {
        Set<ModelCard> together = new LinkedHashSet<>(always);
        chosen.forEach(
                (pair, model) -> {
                    if (!reads(pair)) {
                        together.add(model);
                    }
                });
        Set<ModelCard> readers = new LinkedHashSet<>();
        chosen.forEach(
                (pair, model) -> {
                    if (reads(pair) && !together.contains(model)) {
                        readers.add(model);
                    }
                });
        return together.stream().mapToLong(memory).sum()
                + readers.stream().mapToLong(memory).max().orElse(0);
    }

    private long widestReader() {
        return chosen.entrySet().stream()
                .filter(each -> reads(each.getKey()))
                .mapToLong(each -> bytes(each.getValue()))
                .max()
                .orElse(0);
    }

    /** Of the models into English one digest needs one; of those out of it, all. */
    private static boolean reads(LanguagePair pair) {
        return pair.to().sameLanguage(LanguageTag.ENGLISH);
    }

    private long bytes(ModelCard card) {
        return memory.applyAsLong(card);
    }

    private record Step(LanguagePair pair, ModelCard from, ModelCard to) {}

    /**
     * What was chosen.
     *
     * @param models one a pair, in the order of the pairs
     * @param smaller where it is not the best
     * @param need bytes that one digest needs at once
     * @param budget bytes that there are
     */
    public record Outcome(List<ModelCard> models, List<Smaller> smaller, long need, long budget) {
        public Outcome {
            models = List.copyOf(models);
            smaller = List.copyOf(smaller);
        }

        public boolean fits() {
            return need <= budget;
        }
    }

    /** A model that was taken in place of the best for its pair. */
    public record Smaller(ModelCard best, ModelCard taken) {}
}
