package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers to several things that were asked of one model, told as answers to the whole. */
final class Answers {
    private Answers() {}

    /**
     * The first answers together, then the second ones, as far as all have one.
     *
     * @param parts the answers to each, best first, of one model each
     * @param join makes one text of several
     */
    static List<Said> together(List<List<Said>> parts, Function<List<String>, String> join) {
        int count = parts.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, count)
                .mapToObj(k -> parts.stream().map(part -> part.get(k)).toList())
                .map(
                        said ->
                                new Said(
                                        join.apply(said.stream().map(Said::text).toList()),
                                        List.of(scores(said))))
                .toList();
    }

    private static float[] scores(List<Said> said) {
        List<Float> scores = new ArrayList<>();
        said.forEach(
                each ->
                        each.scores()
                                .forEach(
                                        row -> {
                                            for (float score : row) {
                                                scores.add(score);
                                            }
                                        }));
        float[] all = new float[scores.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = scores.get(i);
        }
        return all;
    }
}
