package org.dragoman.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dragoman.model.Edits;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final byte SET = Edits.SET;
    private static final byte PENALISE = Edits.PENALISE;
    private static final byte FORCE = Edits.FORCE;

    @Test
    void everyIdSoFarIsPenalisedOnce() {
        Edits edits = said(new RepetitionPenalty(1.5f), 4, 9, 4, 2);

        assertThat(edits.tokens()).containsExactly(2, 4, 9);
        assertThat(edits.operations()).containsOnly(PENALISE);
        assertThat(edits.values()).containsOnly(1.5f);
    }

    @Test
    void everyIdOfTheSourceIsFavouredOnce() {
        Edits edits = said(new SourcePenalty(new int[] {7, 3, 7}, 4), 1);

        assertThat(edits.tokens()).containsExactly(7, 3);
        assertThat(edits.operations()).containsOnly(PENALISE);
        assertThat(edits.values()).containsOnly(0.25f);
    }

    @Test
    void whatFollowedTheLastIdsBeforeIsBanned() {
        assertThat(banned(new NoRepeat(3), 1, 2, 5, 1, 2, 6, 1, 2)).containsExactly(5, 6);
        assertThat(banned(new NoRepeat(2), 3, 3)).containsExactly(3);
        assertThat(banned(new NoRepeat(3), 3, 3)).isEmpty();
        assertThat(banned(new NoRepeat(3), 3)).isEmpty();
        assertThat(banned(new NoRepeat(4), 3)).isEmpty();
        assertThat(banned(new NoRepeat(1), 8, 9, 8)).containsExactly(8, 9);
    }

    @Test
    void whatFollowsTheLastIdsInTheSourceIsBanned() {
        Rule rule = new NoSourceRepeat(new int[] {4, 5, 6, 4, 5, 7, 4, 5, 6}, 3);

        assertThat(banned(rule, 1, 4, 5)).containsExactly(6, 7);
        assertThat(banned(rule, 1, 5, 4)).isEmpty();
        assertThat(banned(rule, 4)).isEmpty();
        assertThat(banned(new NoSourceRepeat(new int[] {4, 0}, 1), 4)).containsExactly(4, 0);
    }

    @Test
    void theLastIdOfAWordIsBannedAfterItsRestButNotAtTheVeryBeginning() {
        Rule rule = new BannedWord(new int[] {5, 6, 7});

        assertThat(banned(rule, 1, 5, 6)).containsExactly(7);
        assertThat(banned(rule, 1, 6, 5)).isEmpty();
        assertThat(rule.binds(2)).isFalse();
        assertThat(rule.binds(3)).isTrue();
    }

    @Test
    void nothingEndsBeforeTheMinimum() {
        Rule rule = new Minimum(4, new int[] {0, 2});

        assertThat(banned(rule, 1, 5)).containsExactly(0, 2);
        assertThat(rule.binds(3)).isTrue();
        assertThat(rule.binds(4)).isFalse();
    }

    @Test
    void aForcedIdAndSuppressedOnesHaveTheirPlace() {
        Edits edits = said(new ForcedId(1, 8), 1);

        assertThat(edits.tokens()).containsExactly(8);
        assertThat(edits.operations()).containsExactly(FORCE);
        assertThat(new ForcedId(3, 8).binds(3)).isTrue();
        assertThat(new ForcedId(3, 8).binds(2)).isFalse();
        assertThat(banned(new SuppressedAt(1, new int[] {8, 9}), 1)).containsExactly(8, 9);
        assertThat(new SuppressedAt(2, new int[] {8}).binds(2)).isTrue();
        assertThat(new SuppressedAt(2, new int[] {8}).binds(1)).isFalse();
    }

    @Test
    void whatIsBannedTwiceForARowIsOneEdit() {
        EditList edits = new EditList();
        edits.row(3);
        IntStream.range(0, 200).forEach(i -> edits.ban(i / 2));
        edits.row(4);
        edits.ban(7);

        assertThat(edits.edits().tokens()).hasSize(101);
        assertThat(edits.edits().rows()[99]).isEqualTo(3);
        assertThat(edits.edits().rows()[100]).isEqualTo(4);
        assertThat(edits.edits().values()).containsOnly(Float.NEGATIVE_INFINITY);
    }

    @Test
    void singleBannedIdsAreSuppressedAtEveryStepUnlessTheyEndTheRow() {
        SearchOptions.Bans bans =
                new SearchOptions.Bans(
                        List.of(List.of(7), List.of(0), List.of(8, 9), List.of(5)),
                        List.of(5, 6),
                        List.of());

        assertThat(Plan.of(options(bans, SearchOptions.Forced.NOTHING)).scoring().suppressed())
                .containsExactly(7, 5, 6);
    }

    @Test
    void whatIsSuppressedFirstComesAfterAForcedFirstId() {
        SearchOptions.Bans bans = new SearchOptions.Bans(List.of(), List.of(), List.of(6));
        SearchOptions.Forced first =
                new SearchOptions.Forced(OptionalInt.of(4), OptionalInt.empty());
        Rule alone = new SuppressedAt(1, new int[] {6});

        assertThat(rules(bans, SearchOptions.Forced.NOTHING, 1))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(alone);
        assertThat(rules(bans, first, 1))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new ForcedId(1, 4), new SuppressedAt(2, new int[] {6}));
        // With a longer prompt nothing is forced.
        assertThat(rules(bans, first, 2))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new SuppressedAt(2, new int[] {6}));
    }

    private static List<Rule> rules(SearchOptions.Bans bans, SearchOptions.Forced forced, int n) {
        Prompt prompt = new Prompt(new int[] {1}, new int[n], new int[0]);
        return Plan.of(options(bans, forced)).rules(prompt, 9);
    }

    private static SearchOptions options(SearchOptions.Bans bans, SearchOptions.Forced forced) {
        SearchOptions greedy = SearchOptions.greedy(0, 0);
        return new SearchOptions(
                greedy.ids(),
                greedy.lengths(),
                greedy.beam(),
                greedy.repetition(),
                bans,
                forced,
                false,
                greedy.outputs());
    }

    private static int[] banned(Rule rule, int... target) {
        Edits edits = said(rule, target);
        if (edits.tokens().length > 0) {
            assertThat(edits.operations()).containsOnly(SET);
        }
        return edits.tokens();
    }

    private static Edits said(Rule rule, int... target) {
        EditList edits = new EditList();
        edits.row(0);
        rule.apply(Target.of(target), edits);
        return edits.edits();
    }
}
