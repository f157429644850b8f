package org.dragoman.generation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Stopping;

/**
 * The search of transformers for one row, written from its description as plainly as can be: whole
 * rows of scores, all beams from the start, everything sorted. Slow.
 */
final class ReferenceSearch {
    private static final float OUT = -1e9f;

    private final ToyModel.Language language;
    private final SearchOptions options;
    private final int[] source;
    private final int prompt;
    private final int longest;
    private final ReferenceRules rules;

    /** Ids with the prompt and the end, and what they scored. */
    record Found(List<Integer> ids, float score) {}

    ReferenceSearch(
            ToyModel.Language language,
            SearchOptions options,
            int[] source,
            int prompt,
            int longest) {
        this.language = language;
        this.options = options;
        this.source = source;
        this.prompt = prompt;
        this.longest = longest;
        this.rules = new ReferenceRules(options, source, prompt, longest);
    }

    List<Found> search(List<Integer> begun) {
        return options.beam().width() == 1 ? List.of(greedy(begun)) : beams(begun);
    }

    private Found greedy(List<Integer> begun) {
        List<Integer> ids = new ArrayList<>(begun);
        while (ids.size() < longest
                && !(ids.size() > prompt && rules.ends(ids.get(ids.size() - 1)))) {
            float[] scores = logits(ids);
            rules.apply(scores, ids);
            ids.add(ToyModel.descending(scores).findFirst().orElseThrow());
        }
        return new Found(ids, Float.NaN);
    }

    private List<Found> beams(List<Integer> begun) {
        int width = options.beam().width();
        List<Found> running = new ArrayList<>();
        List<Found> pool = new ArrayList<>();
        IntStream.range(0, width).forEach(i -> running.add(new Found(begun, i == 0 ? 0 : OUT)));
        boolean stopped = false;
        for (int length = begun.size(); length < longest && !stopped; length++) {
            List<Found> best = candidates(running);
            int step = length;
            Predicate<Found> ends = one -> rules.ends(one.ids().get(step)) || step + 1 == longest;
            running.clear();
            best.stream().filter(ends.negate()).limit(width).forEach(running::add);
            best.stream().limit(width).filter(ends).map(this::finished).forEach(pool::add);
            pool.sort(Comparator.comparing(found -> -found.score()));
            pool.subList(Math.min(width, pool.size()), pool.size()).clear();
            stopped = pool.size() == width && hopeless(running, pool.get(width - 1), length + 1);
        }
        return pool.subList(0, options.beam().answers());
    }

    private boolean hopeless(List<Found> running, Found worst, int length) {
        Stopping stopping = options.beam().stopping();
        if (stopping == Stopping.WHEN_FULL || running.isEmpty()) {
            return true;
        }
        boolean far = stopping == Stopping.WHEN_IMPOSSIBLE && options.beam().lengthPenalty() > 0;
        return !(running.get(0).score() / norm(far ? longest : length) > worst.score());
    }

    private Found finished(Found one) {
        return new Found(one.ids(), one.score() / norm(one.ids().size()));
    }

    private float norm(int length) {
        return (float) Math.pow(length - prompt, options.beam().lengthPenalty());
    }

    private List<Found> candidates(List<Found> running) {
        List<Found> all = new ArrayList<>();
        for (Found beam : running) {
            float[] scores = logits(beam.ids());
            ToyModel.subtract(scores, ToyModel.logSumExp(scores));
            rules.apply(scores, beam.ids());
            if (options.renormalise()) {
                ToyModel.subtract(scores, ToyModel.logSumExp(scores));
            }
            for (int id = 0; id < scores.length; id++) {
                List<Integer> ids = new ArrayList<>(beam.ids());
                ids.add(id);
                all.add(new Found(ids, scores[id] + beam.score()));
            }
        }
        all.sort(Comparator.comparing(found -> -found.score()));
        int ends = options.ids().ends().size();
        return all.subList(0, Math.max(2, 1 + ends) * options.beam().width());
    }

    private float[] logits(List<Integer> ids) {
        return language.logits(source, ids.stream().mapToInt(id -> id).toArray()).clone();
    }
}
