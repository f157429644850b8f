package org.dragoman.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dragoman.model.Decoder;
import org.dragoman.model.Edits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Outputs;
import org.dragoman.model.SearchOptions.Stopping;
import org.dragoman.model.StepRequest;
import org.junit.jupiter.api.Test;

class BeamTest {
    private static final int VOCABULARY = 24;
    private final Decoding decoding = new Decoding(8);
    private final ToyModel model = new ToyModel(new Babble(5, VOCABULARY, 0), VOCABULARY, 30);

    @Test
    void beamsOfARowAreForkedFromOneRow() {
        search(options(3, 3, 1, Stopping.WHEN_FULL), i -> true, 2);

        assertThat(model.rowsOfCrossings.get(0)).isEqualTo(2);
        assertThat(model.rowsOfCrossings.get(1)).isEqualTo(6);
    }

    @Test
    void aRowNobodyWaitsForTakesItsBeamsWithIt() {
        List<List<Hypothesis>> found =
                search(
                        options(3, 1, 1, Stopping.WHEN_IMPOSSIBLE),
                        i -> i == 1 || model.rowsOfCrossings.size() < 2,
                        2);

        assertThat(model.rowsOfCrossings.subList(0, 3)).containsExactly(2, 6, 3);
        assertThat(found.get(0)).isEmpty();
        assertThat(found.get(1)).hasSize(1);
        assertThat(model.closed).isEqualTo(1);
    }

    @Test
    void theDecoderIsClosedWhenASearchFails() {
        ToyModel failing =
                new ToyModel(
                        (source, target) -> {
                            throw new IllegalStateException("no logits");
                        },
                        VOCABULARY,
                        30);
        SearchOptions options = options(3, 1, 1, Stopping.WHEN_FULL);

        assertThatThrownBy(() -> decoding.search(failing, prompts(1), options, i -> true))
                .hasMessage("no logits");
        assertThat(failing.closed).isEqualTo(failing.opened).isEqualTo(1);
    }

    @Test
    void aScoreIsTheSumOfItsIdsOverTheirNumberToTheLengthPenalty() {
        for (double penalty : new double[] {-1, 0, 0.6, 2}) {
            for (Hypothesis one :
                    search(options(4, 4, penalty, Stopping.WHEN_IMPOSSIBLE), i -> true, 1).get(0)) {
                double sum =
                        IntStream.range(0, one.tokenScores().length)
                                .mapToDouble(i -> one.tokenScores()[i])
                                .sum();
                int written = one.ids().length + (one.finished() ? 1 : 0);
                assertThat(one.tokenScores()).hasSize(written);
                assertThat((double) one.score())
                        .isCloseTo(sum / Math.pow(written, penalty), within(1e-4));
            }
        }
    }

    @Test
    void whenToStopIsAsked() {
        int full = rowsUntil(Stopping.WHEN_FULL);
        int unlikely = rowsUntil(Stopping.WHEN_UNLIKELY);
        int impossible = rowsUntil(Stopping.WHEN_IMPOSSIBLE);

        assertThat(full).isLessThan(unlikely);
        assertThat(unlikely).isLessThan(impossible);
    }

    /** Rows of all crossings together. */
    private int rowsUntil(Stopping stopping) {
        model.rowsOfCrossings.clear();
        search(options(3, 1, 1, stopping), i -> true, 12);
        return model.rowsOfCrossings.stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void attentionIsToldForEachIdAndTheEnd() {
        Outputs all = new Outputs(true, true);
        for (int width : new int[] {1, 3}) {
            SearchOptions options = options(width, 1, 1, Stopping.WHEN_FULL).telling(all);
            Hypothesis one = search(options, i -> true, 1).get(0).get(0);

            float[][] attention = one.attention();
            assertThat(attention).hasNumberOfRows(one.tokenScores().length);
            // The toy tells how long a target was when it chose.
            for (int i = 0; attention != null && i < attention.length; i++) {
                assertThat(attention[i]).containsExactly(1 + i, 3);
            }
        }
    }

    @Test
    void oneBeamWithoutRulesIsGreedySearch() {
        for (int seed = 0; seed < Integer.getInteger("dragoman.cases", 500); seed++) {
            ToyModel toy = new ToyModel(new Babble(seed, VOCABULARY, 0), VOCABULARY, 15);
            Hypothesis greedy =
                    decoding.search(
                                    toy,
                                    prompts(1),
                                    options(1, 1, 1, Stopping.WHEN_FULL),
                                    i -> true)
                            .get(0)
                            .get(0);
            Hypothesis beam = oneBeam(toy);
            assertThat(beam.ids()).isEqualTo(greedy.ids());
            assertThat(beam.finished()).isEqualTo(greedy.finished());
        }
    }

    private static Hypothesis oneBeam(ToyModel toy) {
        Plan plan = Plan.of(options(1, 1, 1, Stopping.WHEN_FULL));
        BeamRow row = new BeamRow(plan, Target.of(new int[] {2}), 15);
        Scoring scoring = new Scoring(true, false, new int[0], new int[] {0}, false);
        try (Decoder decoder = toy.start(prompts(1), scoring)) {
            int[] last = {};
            while (!row.running().isEmpty()) {
                StepRequest request = new StepRequest(new int[1], last, Edits.NONE, 2);
                row.take(new Choices(decoder.step(request), 0));
                last = row.running().stream().mapToInt(branch -> branch.target().last()).toArray();
            }
        }
        return row.found().get(0);
    }

    @Test
    void aRowWithNothingLeftToWriteIsGivenBackAsItIs() {
        List<Integer> all = IntStream.range(0, VOCABULARY).boxed().toList();
        SearchOptions options = options(2, 2, 1, Stopping.WHEN_FULL);
        SearchOptions nothing =
                new SearchOptions(
                        options.ids(),
                        options.lengths(),
                        options.beam(),
                        options.repetition(),
                        new SearchOptions.Bans(List.of(), all, List.of()),
                        options.forced(),
                        false,
                        options.outputs());

        List<Hypothesis> found = search(nothing, i -> true, 1).get(0);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).ids()).isEmpty();
        assertThat(found.get(0).finished()).isFalse();
    }

    @Test
    void aStepAloneIsTakenOnlyWhereARuleHasItsPlace() {
        SearchOptions first =
                options(1, 1, 1, Stopping.WHEN_FULL)
                        .beginningWith(9)
                        .within(new Lengths(OptionalInt.of(12), OptionalInt.empty(), 4, 0));

        Hypothesis one = search(first, i -> true, 1).get(0).get(0);

        assertThat(one.ids()[0]).isEqualTo(9);
        assertThat(one.ids()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(model.steps).isEqualTo(4);
        assertThat(model.advances).isPositive();
    }

    private List<List<Hypothesis>> search(SearchOptions options, Watch waited, int rows) {
        return decoding.search(model, prompts(rows), options, waited);
    }

    private static List<Prompt> prompts(int rows) {
        List<Prompt> prompts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            prompts.add(new Prompt(new int[] {3, row}, new int[] {2}, new int[0]));
        }
        return prompts;
    }

    private static SearchOptions options(int width, int answers, double penalty, Stopping when) {
        SearchOptions greedy = SearchOptions.greedy(0, 1);
        return new SearchOptions(
                new SearchOptions.Ids(OptionalInt.of(2), List.of(0), 1),
                greedy.lengths(),
                new Beam(width, answers, penalty, when),
                greedy.repetition(),
                greedy.bans(),
                greedy.forced(),
                false,
                greedy.outputs());
    }
}
