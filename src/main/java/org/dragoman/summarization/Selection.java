package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the sentences worth most together within the maxima, by beam search over sets. The same
 * input gives the same choice.
 */
final class Selection {
    /** Work for one step of the search: sets kept × units that may be added. */
    private static final int EFFORT = 4_000;

    private static final int WIDEST = 64;

    private final List<Candidate> candidates;
    private final Worth worth;
    private final Maxima maxima;

    Selection(List<Candidate> candidates, Worth worth, Maxima maxima) {
        this.candidates = candidates;
        this.worth = worth;
        this.maxima = maxima;
    }

    /**
     * The best choice out of {@code units}, sentences that only go together; empty when not even
     * one of the units fits the maxima.
     */
    BitSet best(List<BitSet> units) {
        Choice best = new Choice(new BitSet(), new BitSet(), 0, 0);
        int width = Math.max(1, Math.min(WIDEST, EFFORT / Math.max(1, units.size())));
        List<Choice> beam = List.of(best);
        while (!beam.isEmpty()) {
            beam = widest(steps(beam, units), width);
            if (!beam.isEmpty() && beam.get(0).value() > best.value()) {
                best = beam.get(0);
            }
        }
        return best.sentences();
    }

    private List<Step> steps(List<Choice> beam, List<BitSet> units) {
        List<Step> steps = new ArrayList<>();
        for (Choice from : beam) {
            int size = from.sentences().cardinality();
            for (BitSet unit : units) {
                BitSet added = (BitSet) unit.clone();
                added.andNot(from.sentences());
                long words = from.words() + added.stream().mapToLong(this::words).sum();
                boolean fits = maxima.allow(size + added.cardinality(), words);
                if (fits && !added.isEmpty() && !worth.repeats(added, from.sentences())) {
                    double value = from.value() + worth.of(added, from.covered());
                    steps.add(new Step(from, added, words, value));
                }
            }
        }
        // A stable sort over steps in a fixed order: ties are no chance.
        steps.sort(Comparator.comparingDouble(Step::value).reversed());
        return steps;
    }

    private long words(int candidate) {
        return candidates.get(candidate).words();
    }

    private List<Choice> widest(List<Step> steps, int width) {
        Map<BitSet, Choice> beam = new LinkedHashMap<>();
        for (Step step : steps) {
            if (beam.size() == width) {
                break;
            }
            BitSet sentences = (BitSet) step.from().sentences().clone();
            sentences.or(step.added());
            beam.computeIfAbsent(sentences, set -> taken(step, set));
        }
        return List.copyOf(beam.values());
    }

    private Choice taken(Step step, BitSet sentences) {
        BitSet covered = (BitSet) step.from().covered().clone();
        step.added().stream().forEach(i -> worth.cover(i, covered));
        return new Choice(sentences, covered, step.words(), step.value());
    }

    /** Sentences and the terms they cover. */
    private record Choice(BitSet sentences, BitSet covered, long words, double value) {}

    /** A choice and what might be added to it. */
    private record Step(Choice from, BitSet added, long words, double value) {}
}
