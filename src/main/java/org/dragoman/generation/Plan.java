package org.dragoman.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.dragoman.model.Limits;
import org.dragoman.model.Prompt;
import org.dragoman.model.Scoring;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Repetition;

/**
 * Options in the form a search works with.
 *
 * @param ends ids of which any ends a row
 */
@SuppressWarnings("ArrayRecordComponent")
record Plan(SearchOptions options, int[] ends) {
    static Plan of(SearchOptions options) {
        return new Plan(options, array(options.ids().ends()));
    }

    boolean greedy() {
        return options.beam().width() == 1;
    }

    /** Whether a decoder may go on alone where no rule has to look. */
    boolean goesAlone() {
        return greedy() && !options.outputs().attention();
    }

    /** Beam search has its scores anyway. */
    boolean tellsScores() {
        return !greedy() || options.outputs().scores() || options.outputs().attention();
    }

    boolean ends(int id) {
        for (int end : ends) {
            if (end == id) {
                return true;
            }
        }
        return false;
    }

    /**
     * Candidates of a row at each step: so many that there are always as many that do not end as
     * there are beams.
     */
    int candidates() {
        return greedy() ? 1 : (1 + ends.length) * options.beam().width();
    }

    /** To renormalise does not change what is greatest; it makes log-probabilities of logits. */
    Scoring scoring() {
        boolean renormalise = greedy() ? tellsScores() : options.renormalise();
        return new Scoring(
                !greedy(), renormalise, suppressed(), ends, options.outputs().attention());
    }

    /** What is never chosen at any step; it commutes with all rules but the forced ids. */
    private int[] suppressed() {
        IntStream words =
                options.bans().words().stream()
                        .filter(word -> word.size() == 1 && !ends(word.get(0)))
                        .mapToInt(word -> word.get(0));
        IntStream single = options.bans().suppressed().stream().mapToInt(Integer::intValue);
        return IntStream.concat(words, single).distinct().toArray();
    }

    /**
     * Ids a target may have, the prompt counted: by the options and from its own source, never from
     * its batch.
     *
     * @param source ids of the source
     * @param begun ids of the prompt
     */
    int longest(Limits limits, int source, int begun) {
        double perSource = limits.targetPerSource();
        double most = limits.longestTarget();
        if (Double.isFinite(perSource)) {
            most = Math.min(most, Math.floor(perSource * source) + 1 + begun);
        }
        Lengths lengths = options.lengths();
        if (lengths.mostNew().isPresent()) {
            most = Math.min(most, (double) begun + lengths.mostNew().getAsInt());
        } else if (lengths.most().isPresent()) {
            most = Math.min(most, lengths.most().getAsInt());
        }
        return (int) most;
    }

    /**
     * The rules for a prompt, in the order they apply; of one kind at each place for all prompts.
     */
    List<Rule> rules(Prompt prompt, int longest) {
        int begun = prompt.target().length;
        List<Rule> rules = new ArrayList<>();
        addRepetition(rules, prompt);
        options.bans().words().stream()
                .filter(word -> word.size() > 1)
                .forEach(word -> rules.add(new BannedWord(array(word))));
        int least = Math.max(options.lengths().least(), begun + options.lengths().leastNew());
        if (least > begun) {
            rules.add(new Minimum(least, ends));
        }
        OptionalInt first = begun == 1 ? options.forced().first() : OptionalInt.empty();
        first.ifPresent(id -> rules.add(new ForcedId(begun, id)));
        options.forced().last().ifPresent(id -> rules.add(new ForcedId(longest - 1, id)));
        if (!options.bans().suppressedFirst().isEmpty()) {
            int free = first.isPresent() ? begun + 1 : begun;
            rules.add(new SuppressedAt(free, array(options.bans().suppressedFirst())));
        }
        return rules;
    }

    private void addRepetition(List<Rule> rules, Prompt prompt) {
        Repetition repetition = options.repetition();
        if (repetition.sourcePenalty() != 1) {
            rules.add(new SourcePenalty(prompt.source(), repetition.sourcePenalty()));
        }
        if (repetition.penalty() != 1) {
            rules.add(new RepetitionPenalty((float) repetition.penalty()));
        }
        if (repetition.ngram() > 0) {
            rules.add(new NoRepeat(repetition.ngram()));
        }
        if (repetition.sourceNgram() > 0) {
            rules.add(new NoSourceRepeat(prompt.source(), repetition.sourceNgram()));
        }
    }

    private static int[] array(List<Integer> ids) {
        return ids.stream().mapToInt(Integer::intValue).toArray();
    }
}
