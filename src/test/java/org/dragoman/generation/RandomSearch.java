package org.dragoman.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.dragoman.generation.ReferenceSearch.Found;
import org.dragoman.model.Prompt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Lengths;

/** A model, prompts and options that all come from one seed. */
final class RandomSearch {
    static final int VOCABULARY = 24;
    final Random random;
    final int prompt;
    final ToyModel.Language language;
    final ToyModel model;
    final Decoding decoding;
    final List<Prompt> prompts = new ArrayList<>();
    final SearchOptions options;

    RandomSearch(Random random) {
        this.random = random;
        int[] ends = random.nextInt(4) == 0 ? new int[] {0, 1} : new int[] {0};
        language = new Babble(random.nextLong(), VOCABULARY, ends);
        model = new ToyModel(language, VOCABULARY, 6 + random.nextInt(12));
        decoding = new Decoding(1 + random.nextInt(8));
        prompt = 1 + random.nextInt(2);
        for (int row = 0; row < 2 + random.nextInt(3); row++) {
            int[] target = random.ints(prompt, 2, VOCABULARY).toArray();
            int[] source = random.ints(1 + random.nextInt(9), 2, VOCABULARY).toArray();
            prompts.add(new Prompt(source, target, new int[0]));
        }
        options = options(ends);
    }

    private SearchOptions options(int[] ends) {
        int width = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(3);
        SearchOptions.Stopping[] stopping = SearchOptions.Stopping.values();
        return new SearchOptions(
                new SearchOptions.Ids(OptionalInt.of(2), Arrays.stream(ends).boxed().toList(), 1),
                lengths(),
                new Beam(
                        width,
                        1 + random.nextInt(width),
                        List.of(1.0, 0.0, 2.0, -0.5).get(random.nextInt(4)),
                        stopping[random.nextInt(stopping.length)]),
                repetition(),
                bans(),
                new SearchOptions.Forced(sometimes(21, VOCABULARY), sometimes(0, 1)),
                random.nextInt(3) == 0,
                SearchOptions.Outputs.IDS);
    }

    private Lengths lengths() {
        OptionalInt new_ = sometimes(3, 9);
        return new Lengths(
                new_,
                sometimes(5, 11),
                random.nextInt(3) == 0 ? random.nextInt(6) : 0,
                random.nextInt(3) == 0 ? random.nextInt(7) : 0);
    }

    private SearchOptions.Repetition repetition() {
        return new SearchOptions.Repetition(
                random.nextInt(4) == 0 ? 0.5 + random.nextDouble() : 1,
                random.nextInt(4) == 0 ? 0.8 + random.nextDouble() : 1,
                random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0,
                random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 0);
    }

    private SearchOptions.Bans bans() {
        List<List<Integer>> words = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            words.add(random.ints(1 + random.nextInt(2), 0, VOCABULARY).boxed().toList());
        }
        return new SearchOptions.Bans(
                words,
                random.nextInt(3) == 0 ? List.of(3 + random.nextInt(9)) : List.of(),
                random.nextInt(3) == 0 ? List.of(0, 12 + random.nextInt(9)) : List.of());
    }

    private OptionalInt sometimes(int from, int to) {
        int value = from + random.nextInt(to - from);
        return random.nextInt(3) == 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }

    SearchOptions withBeam(Beam beam) {
        return new SearchOptions(
                options.ids(),
                options.lengths(),
                beam,
                options.repetition(),
                options.bans(),
                options.forced(),
                options.renormalise(),
                options.outputs());
    }

    List<List<Hypothesis>> search(SearchOptions with) {
        return decoding.search(model, prompts, with, i -> true);
    }

    List<Found> reference(int row) {
        Prompt begun = prompts.get(row);
        int[] target = begun.target();
        return new ReferenceSearch(language, options, begun.source(), prompt, longest())
                .search(Arrays.stream(target).boxed().toList());
    }

    int longest() {
        Lengths lengths = options.lengths();
        int most = lengths.most().orElse(Integer.MAX_VALUE);
        int asked = lengths.mostNew().isPresent() ? prompt + lengths.mostNew().getAsInt() : most;
        return Math.min(model.limits().longestTarget(), asked);
    }

    List<Integer> ids(Hypothesis one) {
        List<Integer> ids = new ArrayList<>(IntStream.of(one.ids()).boxed().toList());
        ids.add(one.finished() ? -1 : -2);
        return ids;
    }

    void check(Hypothesis one, Prompt begun) {
        int written = one.ids().length + (one.finished() ? 1 : 0);
        assertThat(prompt + written).isLessThanOrEqualTo(longest());
        options.forced().first().ifPresent(id -> checkFirst(one, id));
        options.forced().last().ifPresent(id -> assertThat(one.finished()).isTrue());
        if (options.forced().last().isEmpty()) {
            assertThat(written).isGreaterThanOrEqualTo(Math.min(least(), longest() - prompt));
        }
        checkBans(one, begun);
    }

    /** New ids, the end included. */
    private int least() {
        Lengths lengths = options.lengths();
        return 1 + Math.max(lengths.leastNew(), lengths.least() - prompt);
    }

    private void checkFirst(Hypothesis one, int id) {
        if (prompt == 1) {
            assertThat(one.ids()[0]).isEqualTo(id);
        }
    }

    /** Forced ids may do anything. */
    private void checkBans(Hypothesis one, Prompt begun) {
        if (!options.forced().equals(SearchOptions.Forced.NOTHING)) {
            return;
        }
        List<Integer> ids =
                IntStream.concat(Arrays.stream(begun.target()), Arrays.stream(one.ids()))
                        .boxed()
                        .toList();
        List<Integer> source = Arrays.stream(begun.source()).boxed().toList();
        int own = options.repetition().ngram();
        int foreign = options.repetition().sourceNgram();
        for (int at = prompt; at < ids.size(); at++) {
            List<Integer> before = ids.subList(0, at);
            assertThat(ReferenceRules.repeats(before, before, ids.get(at), own)).isFalse();
            assertThat(ReferenceRules.repeats(source, before, ids.get(at), foreign)).isFalse();
            assertThat(options.bans().words()).doesNotContain(List.of(ids.get(at)));
            if (at > 1) {
                assertThat(options.bans().words()).doesNotContain(ids.subList(at - 1, at + 1));
            }
            assertThat(options.bans().suppressed()).doesNotContain(ids.get(at));
        }
    }
}
