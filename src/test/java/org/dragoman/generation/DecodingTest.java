package org.dragoman.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.model.Prompt;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private final Decoding decoding = new Decoding(2);

    @Test
    void aRowIsWrittenUntilItsEnd() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        List<Hypothesis> written = search(model, i -> true, 3, 1, 2);

        assertThat(written).allMatch(Hypothesis::finished);
        assertThat(written.get(0).ids()).containsExactly(3, 2, 1);
        assertThat(written.get(1).ids()).containsExactly(1);
        assertThat(written.get(2).ids()).containsExactly(2, 1);
    }

    @Test
    void aFinishedRowLeavesTheBatch() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        search(model, i -> true, 3, 1, 5);

        // The row of one id ends in the first crossing; then the row of three, now at position 0.
        assertThat(model.crossings).containsExactly(ints(0, 1, 2), ints(0, 2), ints(1));
    }

    @Test
    void aRowNobodyWaitsForLeavesAtTheNextCrossing() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        List<List<Hypothesis>> found =
                decoding.search(
                        model,
                        prompts(4, 4, 4),
                        ReversingModel.OPTIONS,
                        i -> i == 2 || (i == 1 && model.crossings.isEmpty()));

        assertThat(model.crossings).containsExactly(ints(1, 2), ints(1), ints(0));
        assertThat(found).extracting(List::size).containsExactly(0, 0, 1);
        assertThat(found.get(2).get(0).finished()).isTrue();
    }

    @Test
    void aRowStopsAtTheMaximumOfItsOwnSource() {
        ReversingModel model = new ReversingModel(9, 8, 1.5);

        List<Hypothesis> together = search(model, i -> true, 1, 3, 30);

        assertThat(together).noneMatch(Hypothesis::finished);
        // floor(1.5 × source) + 1, and never more than the longest target of 8.
        assertThat(together).extracting(written -> written.ids().length).containsExactly(2, 5, 8);
    }

    @Test
    void anEndThatIsTheLastIdAllowedStillFinishesTheRow() {
        assertThat(only(new ReversingModel(1, 4, 9), 3).finished()).isTrue();
        assertThat(only(new ReversingModel(1, 3, 9), 3).finished()).isFalse();
        assertThat(only(new ReversingModel(1, 3, 9), 3).ids()).containsExactly(3, 2, 1);
    }

    @Test
    void theDecoderIsClosedWhateverHappens() {
        ReversingModel model = new ReversingModel(1, 100, 2);
        search(model, i -> true, 3);
        decoding.search(model, prompts(3), ReversingModel.OPTIONS, i -> false);
        assertThatThrownBy(() -> search(model, DecodingTest::fails, 3)).hasMessage("asked");

        assertThat(model.opened).hasValue(3);
        assertThat(model.closed).hasValue(3);
    }

    @Test
    void theAnswerDoesNotDependOnTheBatch() {
        Random random = new Random(11);
        for (int i = 0; i < Integer.getInteger("dragoman.cases", 500); i++) {
            ReversingModel model =
                    new ReversingModel(
                            1 + random.nextInt(3),
                            1 + random.nextInt(60),
                            0.5 + random.nextDouble() * 3);
            int[] lengths = random.ints(1 + random.nextInt(9), 1, 20).toArray();
            Decoding any = new Decoding(1 + random.nextInt(8));

            List<List<Hypothesis>> together =
                    any.search(model, prompts(lengths), ReversingModel.OPTIONS, row -> true);

            for (int row = 0; row < lengths.length; row++) {
                Hypothesis alone = only(model, lengths[row]);
                assertThat(together.get(row).get(0))
                        .usingRecursiveComparison()
                        .withEqualsForType(Float::equals, Float.class)
                        .isEqualTo(alone);
            }
        }
    }

    private Hypothesis only(ReversingModel model, int length) {
        return search(model, i -> true, length).get(0);
    }

    /** The best for each source of these lengths. */
    private List<Hypothesis> search(ReversingModel model, Watch waited, int... lengths) {
        return decoding.search(model, prompts(lengths), ReversingModel.OPTIONS, waited).stream()
                .map(found -> found.get(0))
                .toList();
    }

    private static boolean fails(int row) {
        throw new IllegalStateException("asked");
    }

    /** Sources 1, 2, … of these lengths. */
    private static List<Prompt> prompts(int... lengths) {
        return IntStream.of(lengths)
                .mapToObj(length -> Prompt.of(IntStream.rangeClosed(1, length).toArray()))
                .toList();
    }

    private static int[] ints(int... values) {
        return values;
    }
}
