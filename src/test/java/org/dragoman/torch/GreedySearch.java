package org.dragoman.torch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;

/** The plainest loop over {@link Decoder#advance}, for tests. */
final class GreedySearch {

    private GreedySearch() {}

    /** The ids of each row, its end included where it came. */
    static int[][] run(SequenceModel model, List<Prompt> prompts, int steps) {
        int[][] answers = new int[prompts.size()][0];
        int[] rows = IntStream.range(0, prompts.size()).toArray();
        int[] parents = rows;
        int[] tokens = {};
        try (Decoder decoder = model.start(prompts, Scoring.raw(BergamotModel.EOS))) {
            while (parents.length > 0) {
                int[][] more = decoder.advance(parents, tokens, steps).tokens();
                for (int i = 0; i < rows.length; i++) {
                    answers[rows[i]] = joined(answers[rows[i]], more[i]);
                }
                int[] before = rows;
                parents =
                        IntStream.range(0, before.length)
                                .filter(i -> goes(prompts.get(before[i]), answers[before[i]]))
                                .toArray();
                rows = Arrays.stream(parents).map(i -> before[i]).toArray();
                tokens = Arrays.stream(rows).map(row -> last(answers[row])).toArray();
            }
        }
        return answers;
    }

    private static boolean goes(Prompt prompt, int[] ids) {
        return last(ids) != BergamotModel.EOS
                && ids.length < BergamotModel.longest(prompt.source().length);
    }

    private static int last(int[] ids) {
        return ids[ids.length - 1];
    }

    private static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
