package org.dragoman.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a target is searched for: the options of {@code generate()} in transformers 4.57, with its
 * meaning to the letter. "Prompt" is the start token with the forced prefix; "new" ids exclude it
 * and include the end; x is an id's score before it is chosen: a logit in greedy search, a
 * log-probability in beam search. The rules apply in the order of their mention here: repetition,
 * banned words, minimum, forced ids; suppressed ids and single banned ids before them all. A forced
 * id overrides them. Immutable; equal by value.
 *
 * @param ids the special ids
 * @param lengths bounds of the target
 * @param beam how many hypotheses are kept, and when a row stops
 * @param repetition what may not come again
 * @param bans ids and sequences that are never written
 * @param forced ids written whatever the model thinks
 * @param renormalise x becomes log softmax(x) after all rules, {@code renormalize_logits}; Marian
 *     checkpoints have it on
 * @param outputs what is told beside the ids
 */
public record SearchOptions(
        Ids ids,
        Lengths lengths,
        Beam beam,
        Repetition repetition,
        Bans bans,
        Forced forced,
        boolean renormalise,
        Outputs outputs) {

    /**
     * Special ids.
     *
     * @param start first id of every target, {@code decoder_start_token_id}; empty for a model that
     *     starts from nothing (SSRU)
     * @param ends ids of which any ends a row, {@code eos_token_id}; at least one
     * @param pad id that fills a row, {@code pad_token_id}; nothing here is ever filled with it
     */
    public record Ids(OptionalInt start, List<Integer> ends, int pad) {
        public Ids {
            ends = List.copyOf(ends);
            require(!ends.isEmpty(), "an id ends a row");
        }
    }

    /**
     * Bounds of the target, in ids; those of the model hold as well.
     *
     * @param mostNew at most so many new ids, {@code max_new_tokens}; wins over {@code most}
     * @param most at most so many with the prompt, {@code max_length}
     * @param leastNew x of every end is −∞ before so many new ids, {@code min_new_tokens}
     * @param least x of every end is −∞ before so many with the prompt, {@code min_length}
     */
    public record Lengths(OptionalInt mostNew, OptionalInt most, int leastNew, int least) {
        public Lengths {
            require(mostNew.orElse(1) > 0 && most.orElse(1) > 0, "a target has at least an id");
            require(leastNew >= 0 && least >= 0, "a minimum is not negative");
        }
    }

    /**
     * Beam search (Graves 2012; Sutskever et al. 2014).
     *
     * @param width hypotheses a row keeps at each step; 1 is greedy search, {@code num_beams}
     * @param answers hypotheses given back a row, 1 to width, {@code num_return_sequences}
     * @param lengthPenalty a hypothesis scores sum of log-probabilities / (new ids)^lengthPenalty:
     *     above 0 favours long ones, below 0 short ones, {@code length_penalty} (after Wu et al.
     *     2016)
     * @param stopping when a row stops, {@code early_stopping}
     */
    public record Beam(int width, int answers, double lengthPenalty, Stopping stopping) {
        public static final Beam GREEDY = new Beam(1, 1, 1.0, Stopping.WHEN_UNLIKELY);

        public Beam {
            require(width > 0 && answers > 0, "there is at least one hypothesis");
            require(answers <= width, "there are no more answers than hypotheses");
            require(Double.isFinite(lengthPenalty), "a length penalty is a number");
        }
    }

    /** When a row of beam search stops; {@code early_stopping}. */
    public enum Stopping {
        /** As soon as there are as many finished hypotheses as beams: {@code true}. */
        WHEN_FULL,
        /** When the best running one, at its present length, is no better than the worst: false. */
        WHEN_UNLIKELY,
        /**
         * When the best running one would be no better at the length that favours it, the longest
         * for a length penalty above 0: {@code "never"} (Huang et al. 2017).
         */
        WHEN_IMPOSSIBLE
    }

    /**
     * What may not come again.
     *
     * @param sourcePenalty x &lt; 0 becomes x/sourcePenalty, other x become x·sourcePenalty, for
     *     every id of the source, so above 1 favours them; 1 is off; {@code
     *     encoder_repetition_penalty}
     * @param penalty x &lt; 0 becomes x·penalty, other x become x/penalty, for every id of prompt
     *     and target so far; 1 is off; {@code repetition_penalty} (Keskar et al. 2019, CTRL)
     * @param ngram x is −∞ for an id that would complete a sequence of so many ids that prompt and
     *     target have; 0 is off; {@code no_repeat_ngram_size} (Paulus et al. 2017)
     * @param sourceNgram the same for sequences the source has; 0 is off; {@code
     *     encoder_no_repeat_ngram_size} (Roller et al. 2020)
     */
    public record Repetition(double sourcePenalty, double penalty, int ngram, int sourceNgram) {
        public static final Repetition FREE = new Repetition(1, 1, 0, 0);

        public Repetition {
            require(penalty > 0 && sourcePenalty > 0, "a penalty is above 0");
            require(ngram >= 0 && sourceNgram >= 0, "a sequence has no negative length");
        }
    }

    /**
     * Ids and sequences that are never written.
     *
     * @param words x is −∞ for an id that would complete one of these sequences, {@code
     *     bad_words_ids}; a single id that is an end is left out
     * @param suppressed x of these ids is −∞, {@code suppress_tokens} (Radford et al. 2022)
     * @param suppressedFirst the same for the first new id, after a forced one, {@code
     *     begin_suppress_tokens} (Radford et al. 2022)
     */
    public record Bans(
            List<List<Integer>> words, List<Integer> suppressed, List<Integer> suppressedFirst) {
        public static final Bans NONE = new Bans(List.of(), List.of(), List.of());

        public Bans {
            words = words.stream().map(List::copyOf).toList();
            suppressed = List.copyOf(suppressed);
            suppressedFirst = List.copyOf(suppressedFirst);
            require(words.stream().noneMatch(List::isEmpty), "a banned word has at least an id");
        }
    }

    /**
     * Ids written whatever the model thinks: x is 0, and −∞ for all others.
     *
     * @param first the first new id when the prompt is one id, {@code forced_bos_token_id} (Liu et
     *     al. 2020, mBART)
     * @param last the last id when the longest target is reached, {@code forced_eos_token_id}
     */
    public record Forced(OptionalInt first, OptionalInt last) {
        public static final Forced NOTHING = new Forced(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * What is told beside the ids; beam search always knows its scores.
     *
     * @param scores log-probabilities also of greedy search
     * @param attention cross-attention weights, averaged over heads; tells the scores as well
     */
    public record Outputs(boolean scores, boolean attention) {
        public static final Outputs IDS = new Outputs(false, false);
    }

    /** Greedy search for a model that starts from nothing; its own limits bound the target. */
    public static SearchOptions greedy(int end, int pad) {
        return new SearchOptions(
                new Ids(OptionalInt.empty(), List.of(end), pad),
                new Lengths(OptionalInt.empty(), OptionalInt.empty(), 0, 0),
                Beam.GREEDY,
                Repetition.FREE,
                Bans.NONE,
                Forced.NOTHING,
                false,
                Outputs.IDS);
    }

    /** The same but for the first id: what a many-language model needs to write a language. */
    public SearchOptions beginningWith(int id) {
        Forced begun = new Forced(OptionalInt.of(id), forced.last());
        return new SearchOptions(ids, lengths, beam, repetition, bans, begun, renormalise, outputs);
    }

    /** The same with other bounds of the target. */
    public SearchOptions within(Lengths bounds) {
        return new SearchOptions(ids, bounds, beam, repetition, bans, forced, renormalise, outputs);
    }

    /** The same with another beam. */
    public SearchOptions searchedBy(Beam other) {
        return new SearchOptions(
                ids, lengths, other, repetition, bans, forced, renormalise, outputs);
    }

    /** The same with other ids and sequences that are never written. */
    public SearchOptions banning(Bans other) {
        return new SearchOptions(
                ids, lengths, beam, repetition, other, forced, renormalise, outputs);
    }

    /** The same without these sequences too. */
    public SearchOptions without(List<List<Integer>> words) {
        List<List<Integer>> all = new ArrayList<>(bans.words());
        all.addAll(words);
        return banning(new Bans(all, bans.suppressed(), bans.suppressedFirst()));
    }

    /** The same, telling more or less. */
    public SearchOptions telling(Outputs told) {
        return new SearchOptions(ids, lengths, beam, repetition, bans, forced, renormalise, told);
    }

    /** Every id that is named here, but for the pad. */
    public IntStream named() {
        IntStream single =
                Stream.of(ids.start(), forced.first(), forced.last())
                        .flatMapToInt(OptionalInt::stream);
        Stream<List<Integer>> lists =
                Stream.concat(
                        Stream.of(ids.ends(), bans.suppressed(), bans.suppressedFirst()),
                        bans.words().stream());
        return IntStream.concat(single, lists.flatMap(List::stream).mapToInt(Integer::intValue));
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Not options of a search: " + what);
        }
    }
}
