package org.dragoman.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.generation.Decoding.Ending;
import org.dragoman.generation.Decoding.Written;
import org.dragoman.model.Prompt;
import org.junit.jupiter.api.Test;

class DecodingTest {
    private final Decoding decoding = new Decoding(2);

    @Test
    void aRowIsWrittenUntilItsEnd() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        List<Written> written = decoding.greedy(model, prompts(3, 1, 2), i -> true);

        assertThat(written).extracting(Written::ending).containsOnly(Ending.FINISHED);
        assertThat(written.get(0).ids()).containsExactly(3, 2, 1);
        assertThat(written.get(1).ids()).containsExactly(1);
        assertThat(written.get(2).ids()).containsExactly(2, 1);
    }

    @Test
    void aFinishedRowLeavesTheBatch() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        decoding.greedy(model, prompts(3, 1, 5), i -> true);

        // The row of one id ends in the first crossing; then the row of three, now at position 0.
        assertThat(model.crossings).containsExactly(ints(0, 1, 2), ints(0, 2), ints(1));
    }

    @Test
    void aRowNobodyWaitsForLeavesAtTheNextCrossing() {
        ReversingModel model = new ReversingModel(1, 100, 2);

        List<Written> written =
                decoding.greedy(
                        model,
                        prompts(4, 4, 4),
                        i -> i == 2 || (i == 1 && model.crossings.isEmpty()));

        assertThat(model.crossings).containsExactly(ints(1, 2), ints(1), ints(0));
        assertThat(written)
                .extracting(Written::ending)
                .containsExactly(Ending.LEFT, Ending.LEFT, Ending.FINISHED);
    }

    @Test
    void aRowStopsAtTheMaximumOfItsOwnSource() {
        ReversingModel model = new ReversingModel(9, 8, 1.5);

        List<Written> together = decoding.greedy(model, prompts(1, 3, 30), i -> true);

        assertThat(together).extracting(Written::ending).containsOnly(Ending.TOO_LONG);
        // floor(1.5 × source) + 1, and never more than the longest target of 8.
        assertThat(together).extracting(written -> written.ids().length).containsExactly(2, 5, 8);
    }

    @Test
    void anEndThatIsTheLastIdAllowedStillFinishesTheRow() {
        assertThat(only(new ReversingModel(1, 4, 9), 3).ending()).isEqualTo(Ending.FINISHED);
        assertThat(only(new ReversingModel(1, 3, 9), 3).ending()).isEqualTo(Ending.TOO_LONG);
        assertThat(only(new ReversingModel(1, 3, 9), 3).ids()).containsExactly(3, 2, 1);
    }

    @Test
    void theDecoderIsClosedWhateverHappens() {
        ReversingModel model = new ReversingModel(1, 100, 2);
        decoding.greedy(model, prompts(3), i -> true);
        decoding.greedy(model, prompts(3), i -> false);
        assertThatThrownBy(() -> decoding.greedy(model, prompts(3), DecodingTest::fails))
                .hasMessage("asked");

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

            List<Written> together = any.greedy(model, prompts(lengths), row -> true);

            for (int row = 0; row < lengths.length; row++) {
                Written alone = only(model, lengths[row]);
                assertThat(together.get(row)).usingRecursiveComparison().isEqualTo(alone);
            }
        }
    }

    private Written only(ReversingModel model, int length) {
        return decoding.greedy(model, prompts(length), i -> true).get(0);
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
