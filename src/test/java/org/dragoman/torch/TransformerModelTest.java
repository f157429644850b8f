package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SequenceModel;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A row goes its own way in any batch, and what a batch takes it gives back. */
class TransformerModelTest {

    private static final int START = 2;
    private static final int END = 2;
    private static final Random RANDOM = new Random(4);

    /** Of lengths that repeat, in no order. */
    private static final List<Prompt> PROMPTS =
            IntStream.of(7, 3, 12, 7, 1, 30, 12, 3)
                    .mapToObj(length -> RANDOM.ints(length, 3, 90).toArray())
                    .map(source -> new Prompt(source, new int[] {START}, new int[0]))
                    .toList();

    private long openBefore;

    @BeforeEach
    void countHandles() {
        openBefore = NativeHandles.open();
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    private static SequenceModel bart(Precision precision) {
        return TransformerModel.load(Golden.of("bart").directory(), precision);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aRowIsWrittenTheSameAloneAndInABatch(Precision precision) {
        try (SequenceModel model = bart(precision)) {
            int[][] together = greedy(model, PROMPTS, 8);
            assertThat(together).isNotEqualTo(new int[8][]);
            for (int i = 0; i < together.length; i++) {
                assertThat(greedy(model, PROMPTS.subList(i, i + 1), 8)[0]).isEqualTo(together[i]);
            }
            assertThat(greedy(model, PROMPTS, 1)).isDeepEqualTo(together);
            assertThat(greedy(model, PROMPTS, 3)).isDeepEqualTo(together);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aRowsBeamsKeepTheirScoresToTheLastBitWhateverTheirNeighbours(Precision precision) {
        try (SequenceModel model = bart(precision)) {
            List<float[][]> together = beams(model, PROMPTS);
            for (int i = 0; i < PROMPTS.size(); i++) {
                List<float[][]> alone = beams(model, PROMPTS.subList(i, i + 1));
                for (int step = 0; step < alone.size(); step++) {
                    float[][] both = together.get(step);
                    int each = step == 0 ? 1 : 3;
                    assertThat(Arrays.copyOfRange(both, i * each, (i + 1) * each))
                            .as("row %d, step %d", i, step)
                            .isDeepEqualTo(alone.get(step));
                }
            }
        }
    }

    /** Scores of a few steps with three beams a row, whose parents change places. */
    private static List<float[][]> beams(SequenceModel model, List<Prompt> prompts) {
        Scoring scoring = new Scoring(true, false, new int[] {5}, new int[] {END}, true);
        List<float[][]> scores = new ArrayList<>();
        int[] parents = IntStream.range(0, prompts.size()).toArray();
        int[] tokens = {};
        int[] from = {0, 0, 0};
        try (Decoder decoder = model.start(prompts, scoring)) {
            for (int step = 0; step < 20; step++) {
                Step answer = decoder.step(new StepRequest(parents, tokens, Edits.NONE, 4));
                scores.add(answer.scores());
                parents = new int[3 * prompts.size()];
                tokens = new int[parents.length];
                for (int i = 0; i < parents.length; i++) {
                    parents[i] = step == 0 ? i / 3 : i / 3 * 3 + from[i % 3];
                    tokens[i] = answer.tokens()[parents[i]][i % 3];
                }
                from = new int[] {2, 0, 0};
            }
        }
        return scores;
    }

    @Test
    void beamsOfOneSourceMayDifferInNumberAndSourcesLeave() {
        try (SequenceModel model = bart(Precision.FP32)) {
            Scoring scoring = new Scoring(true, false, new int[0], new int[] {END}, true);
            List<Prompt> prompts = PROMPTS.subList(0, 4);
            try (Decoder decoder = model.start(prompts, scoring)) {
                decoder.step(new StepRequest(new int[] {0, 1, 2, 3}, new int[0], Edits.NONE, 1));
                int[] parents = {3, 0, 2, 0, 0};
                int[] tokens = {9, 8, 7, 6, 8};
                Step step = decoder.step(new StepRequest(parents, tokens, Edits.NONE, 5));
                assertThat(step.scores()[1]).isEqualTo(step.scores()[4]);
                assertThat(step.tokens()[1]).isEqualTo(step.tokens()[4]);
                float[][] attention = Objects.requireNonNull(step.attention());
                for (int i = 0; i < parents.length; i++) {
                    int[] one = {tokens[i]};
                    Step alone = second(model, prompts.get(parents[i]), scoring, one);
                    assertThat(step.tokens()[i]).isEqualTo(alone.tokens()[0]);
                    assertThat(attention[i])
                            .hasSize(prompts.get(parents[i]).source().length)
                            .isEqualTo(Objects.requireNonNull(alone.attention())[0]);
                }
            }
        }
    }

    private static Step second(SequenceModel model, Prompt prompt, Scoring scoring, int[] token) {
        try (Decoder decoder = model.start(List.of(prompt), scoring)) {
            decoder.step(new StepRequest(new int[1], new int[0], Edits.NONE, 1));
            return decoder.step(new StepRequest(new int[1], token, Edits.NONE, 5));
        }
    }

    @Test
    void aTargetStopsAtTheLastPlaceThereIs() {
        try (SequenceModel model = bart(Precision.FP32)) {
            int longest = model.limits().longestTarget();
            assertThat(longest).isEqualTo(64);
            Scoring never = new Scoring(false, false, new int[] {END}, new int[] {END}, false);
            try (Decoder decoder = model.start(PROMPTS.subList(0, 1), never)) {
                int[] token = {};
                int written = 0;
                int[] more;
                do {
                    more = decoder.advance(new int[1], token, 8).tokens()[0];
                    written += more.length;
                    token = new int[] {more[more.length - 1]};
                } while (more.length == 8);
                assertThat(written).isEqualTo(longest - 1);
            }
        }
    }

    @Test
    void rowsThatCannotBeReadAreRefused() {
        try (SequenceModel model = bart(Precision.FP32)) {
            refuses(model, new int[0], START);
            refuses(model, new int[65], START);
            refuses(model, new int[] {90}, START);
            refuses(model, new int[] {-1}, START);
            refuses(model, new int[] {1});
            refuses(model, new int[] {1}, 90);
            refuses(model, new int[] {1}, new int[64]);
            Prompt longer = new Prompt(new int[] {1}, new int[] {START, 0}, new int[0]);
            List<Prompt> unequal = List.of(PROMPTS.get(0), longer);
            assertThatThrownBy(() -> model.start(unequal, Scoring.raw(END)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void refuses(SequenceModel model, int[] source, int... target) {
        List<Prompt> rows = List.of(new Prompt(source, target, new int[0]));
        assertThatThrownBy(() -> model.start(rows, Scoring.raw(END)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        SequenceModel model = bart(Precision.INT8);
        Decoder decoder = model.start(PROMPTS, Scoring.raw(END));
        decoder.close();
        decoder.close();
        model.close();
        model.close();
    }

    @Test
    void aTiedTableIsHeldOnceWhereItCanBeMultiplied() {
        long wide = bytes(Precision.FP32);
        assertThat(bytes(Precision.BF16)).isBetween(wide / 2, wide * 3 / 4);
        assertThat(bytes(Precision.INT8)).isBetween(wide / 4, wide * 2 / 3);
    }

    private static long bytes(Precision precision) {
        try (SequenceModel model = bart(precision)) {
            return model.limits().nativeBytes();
        }
    }

    /** The new ids of each row, its end included where it came. */
    private static int[][] greedy(SequenceModel model, List<Prompt> prompts, int steps) {
        int[][] answers = new int[prompts.size()][0];
        int[] rows = IntStream.range(0, prompts.size()).toArray();
        int[] parents = rows;
        int[] tokens = {};
        try (Decoder decoder = model.start(prompts, Scoring.raw(END))) {
            while (parents.length > 0) {
                int[][] more = decoder.advance(parents, tokens, steps).tokens();
                for (int i = 0; i < rows.length; i++) {
                    int[] row = answers[rows[i]];
                    answers[rows[i]] =
                            IntStream.concat(IntStream.of(row), IntStream.of(more[i])).toArray();
                }
                int[] before = rows;
                parents =
                        IntStream.range(0, before.length)
                                .filter(i -> goes(answers[before[i]], model))
                                .toArray();
                rows = Arrays.stream(parents).map(i -> before[i]).toArray();
                tokens = Arrays.stream(rows).map(row -> last(answers[row])).toArray();
            }
        }
        return answers;
    }

    private static boolean goes(int[] ids, SequenceModel model) {
        return last(ids) != END && ids.length < model.limits().longestTarget() - 1;
    }

    private static int last(int[] ids) {
        return ids[ids.length - 1];
    }
}
