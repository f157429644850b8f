package org.dragoman.generation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dragoman.model.SearchOptions;

/** The rules of transformers for one row, in its order, over whole rows of scores. Slow. */
@SuppressWarnings("ArrayRecordComponent")
record ReferenceRules(SearchOptions options, int[] source, int prompt, int longest) {

    /** The scores of the next id, changed. */
    void apply(float[] scores, List<Integer> ids) {
        Arrays.stream(source).distinct().forEach(id -> favour(scores, id));
        new HashSet<>(ids).forEach(id -> penalise(scores, id, options.repetition().penalty()));
        List<Integer> read = IntStream.of(source).boxed().toList();
        ban(scores, id -> repeats(ids, ids, id, options.repetition().ngram()));
        ban(scores, id -> repeats(read, ids, id, options.repetition().sourceNgram()));
        ban(scores, id -> options.bans().words().stream().anyMatch(w -> completes(w, ids, id)));
        ban(scores, id -> ends(id) && isEarly(ids));
        force(scores, ids);
        ban(scores, options.bans().suppressed()::contains);
        ban(scores, id -> begins(ids) && options.bans().suppressedFirst().contains(id));
    }

    boolean ends(int id) {
        return options.ids().ends().contains(id);
    }

    private boolean isEarly(List<Integer> ids) {
        return ids.size() < options.lengths().least()
                || ids.size() - prompt < options.lengths().leastNew();
    }

    private boolean begins(List<Integer> ids) {
        boolean forced = prompt == 1 && options.forced().first().isPresent();
        return ids.size() == (forced ? prompt + 1 : prompt);
    }

    private void favour(float[] scores, int id) {
        penalise(scores, id, 1 / options.repetition().sourcePenalty());
    }

    private static void penalise(float[] scores, int id, double by) {
        scores[id] = scores[id] < 0 ? scores[id] * (float) by : scores[id] / (float) by;
    }

    private static void ban(float[] scores, IntPredicate banned) {
        IntStream.range(0, scores.length)
                .filter(banned)
                .forEach(id -> scores[id] = Float.NEGATIVE_INFINITY);
    }

    private void force(float[] scores, List<Integer> ids) {
        if (ids.size() == 1) {
            options.forced().first().ifPresent(id -> force(scores, id));
        }
        if (ids.size() == longest - 1) {
            options.forced().last().ifPresent(id -> force(scores, id));
        }
    }

    private static void force(float[] scores, int id) {
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
        scores[id] = 0;
    }

    /** Whether the text has the sequence of this size that the id would complete. */
    static boolean repeats(List<Integer> text, List<Integer> ids, int id, int size) {
        if (size == 0 || ids.size() + 1 < size) {
            return false;
        }
        List<Integer> gram = new ArrayList<>(ids.subList(ids.size() + 1 - size, ids.size()));
        gram.add(id);
        Set<List<Integer>> grams = new HashSet<>();
        for (int at = 0; at + size <= text.size(); at++) {
            grams.add(text.subList(at, at + size));
        }
        return grams.contains(gram);
    }

    private boolean completes(List<Integer> word, List<Integer> ids, int id) {
        if (word.size() == 1) {
            return word.get(0) == id && !ends(id);
        }
        int begun = word.size() - 1;
        return ids.size() > begun
                && word.get(begun) == id
                && ids.subList(ids.size() - begun, ids.size()).equals(word.subList(0, begun));
    }
}
