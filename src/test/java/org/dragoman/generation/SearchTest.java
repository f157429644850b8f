package org.dragoman.generation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.generation.ReferenceSearch.Found;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;
import org.junit.jupiter.api.Test;

/** Search with random options over random languages. */
class SearchTest {
    private static final int CASES = Integer.getInteger("dragoman.cases", 500);

    @Test
    void whatIsFoundIsWhatThePlainestSearchFinds() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomSearch any = new RandomSearch(new Random(seed));
            List<List<Hypothesis>> found = any.search(any.options);

            for (int row = 0; row < any.prompts.size(); row++) {
                List<Found> expected = any.reference(row);
                assertThat(found.get(row)).as("seed %d", seed).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    Hypothesis one = found.get(row).get(i);
                    List<Integer> ids = expected.get(i).ids();
                    boolean ended = any.options.ids().ends().contains(ids.get(ids.size() - 1));
                    assertThat(one.finished()).as("seed %d", seed).isEqualTo(ended);
                    assertThat(IntStream.of(one.ids()).boxed())
                            .as("seed %d", seed)
                            .containsExactlyElementsOf(
                                    ids.subList(any.prompt, ids.size() - (ended ? 1 : 0)));
                    if (any.options.beam().width() > 1) {
                        assertThat(one.score()).isCloseTo(expected.get(i).score(), within(1e-5f));
                    }
                }
            }
        }
    }

    @Test
    void aRowAloneIsAsInAnyBatch() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomSearch any = new RandomSearch(new Random(seed));
            List<List<Hypothesis>> together = any.search(any.options);
            for (int row = 0; row < any.prompts.size(); row++) {
                List<Hypothesis> alone =
                        any.decoding
                                .search(
                                        any.model,
                                        any.prompts.subList(row, row + 1),
                                        any.options,
                                        i -> true)
                                .get(0);
                assertThat(together.get(row))
                        .usingRecursiveComparison()
                        .withEqualsForType(Float::equals, Float.class)
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void answersAreSortedAndDistinctButForTheirEndsAndKeepTheRules() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomSearch any = new RandomSearch(new Random(seed));
            List<List<Hypothesis>> found = any.search(any.options);
            for (int place = 0; place < found.size(); place++) {
                List<Hypothesis> row = found.get(place);
                assertThat(row).hasSize(any.options.beam().answers());
                // One that ends by another id, which is not told, counts as another one.
                assertThat(row.stream().collect(groupingBy(any::ids, counting())).values())
                        .allMatch(alike -> alike <= any.options.ids().ends().size());
                for (int i = 0; i < row.size(); i++) {
                    assertThat(i > 0 && row.get(i).score() > row.get(i - 1).score()).isFalse();
                    any.check(row.get(i), any.prompts.get(place));
                }
            }
        }
    }

    @Test
    void oneBeamIsGreedySearch() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomSearch any = new RandomSearch(new Random(seed));
            SearchOptions options = any.withBeam(Beam.GREEDY);
            SearchOptions scored = options.telling(new SearchOptions.Outputs(true, false));
            SearchOptions stepwise = options.telling(new SearchOptions.Outputs(true, true));
            List<List<Hypothesis>> alone = any.search(options);
            List<List<Hypothesis>> stepped = any.search(stepwise);
            List<List<Hypothesis>> told = any.search(scored);
            for (int row = 0; row < alone.size(); row++) {
                Hypothesis one = alone.get(row).get(0);
                Hypothesis other = stepped.get(row).get(0);
                assertThat(other.ids()).isEqualTo(one.ids());
                assertThat(other.finished()).isEqualTo(one.finished());
                double mean =
                        IntStream.range(0, other.tokenScores().length)
                                .mapToDouble(i -> other.tokenScores()[i])
                                .average()
                                .orElseThrow();
                assertThat((double) other.score()).isCloseTo(mean, within(1e-5));
                assertThat(one.score()).isNaN();
                Hypothesis same = told.get(row).get(0);
                assertThat(same.ids()).isEqualTo(one.ids());
                assertThat(same.score()).isCloseTo(other.score(), within(1e-5f));
                assertThat(same.tokenScores()).containsExactly(other.tokenScores(), within(1e-5f));
            }
        }
    }

    @Test
    void everyDecoderIsClosedAndHoldsNoMoreRowsThanBeams() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            RandomSearch any = new RandomSearch(random);
            int leaves = random.nextInt(6);
            List<List<Hypothesis>> found =
                    any.decoding.search(
                            any.model,
                            any.prompts,
                            any.options,
                            i -> i > 0 || any.model.rowsOfCrossings.size() < leaves);

            int width = any.options.beam().width();
            assertThat(any.model.closed).isEqualTo(any.model.opened).isEqualTo(1);
            List<Integer> rows = any.model.rowsOfCrossings;
            for (int crossing = 0; crossing < rows.size(); crossing++) {
                int most = any.prompts.size() - (crossing >= leaves ? 1 : 0);
                assertThat(rows.get(crossing))
                        .isLessThanOrEqualTo(crossing == 0 ? most : most * width);
            }
            assertThat(found.subList(1, found.size())).noneMatch(List::isEmpty);
        }
    }
}
