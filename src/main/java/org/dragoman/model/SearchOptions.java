package org.dragoman.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a target is searched for: the options of {@code generate()} in transformers, with its meaning
 * to the letter. "Prompt" is the start token with the forced prefix; "new" ids exclude it and
 * include the end. Immutable.
 *
 * @param ids the special ids
 * @param lengths bounds of the target
 * @param beam how many hypotheses are kept, and when a row stops
 * @param repetition what may not come again
 * @param bans ids and sequences that are never written
 * @param forced ids written whatever the model thinks
 * @param renormalise log-softmax again after all rules, {@code renormalize_logits}
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
     * @param pad id that fills a row
     */
    public record Ids(OptionalInt start, List<Integer> ends, int pad) {
        public Ids {
            ends = List.copyOf(ends);
        }
    }

    /**
     * Bounds of the target, in ids.
     *
     * @param mostNew at most so many new ids, {@code max_new_tokens}; wins over {@code most}
     * @param most at most so many with the prompt, {@code max_length}
     * @param leastNew at least so many new ids before an end, {@code min_new_tokens}
     * @param least at least so many with the prompt before an end, {@code min_length}
     */
    public record Lengths(OptionalInt mostNew, OptionalInt most, int leastNew, int least) {}

    /**
     * Beam search.
     *
     * @param width hypotheses a row; 1 is greedy search, {@code num_beams}
     * @param answers hypotheses given back a row, 1 to width, {@code num_return_sequences}
     * @param lengthPenalty a hypothesis scores sum of log-probabilities / (new ids)^lengthPenalty
     * @param stopping when a row stops
     */
    public record Beam(int width, int answers, double lengthPenalty, Stopping stopping) {
        public static final Beam GREEDY = new Beam(1, 1, 1.0, Stopping.WHEN_UNLIKELY);
    }

    /** When a row of beam search stops; {@code early_stopping}. */
    public enum Stopping {
        /** As soon as there are as many finished hypotheses as beams: {@code true}. */
        WHEN_FULL,
        /** When the best running one, at its present length, is no better than the worst: false. */
        WHEN_UNLIKELY,
        /** When the best running one could not get better at any length: {@code "never"}. */
        WHEN_IMPOSSIBLE
    }

    /**
     * What may not come again.
     *
     * @param penalty x &lt; 0 becomes x·penalty, other x become x/penalty, for every id of prompt
     *     and target so far; 1 is off; {@code repetition_penalty} (Keskar et al. 2019, CTRL)
     * @param sourcePenalty the inverse for ids of the source; 1 is off; {@code
     *     encoder_repetition_penalty}
     * @param ngram no sequence of so many ids comes twice; 0 is off; {@code no_repeat_ngram_size}
     *     (Paulus et al. 2017)
     * @param sourceNgram no sequence of so many ids of the source is written; 0 is off; {@code
     *     encoder_no_repeat_ngram_size}
     */
    public record Repetition(double penalty, double sourcePenalty, int ngram, int sourceNgram) {
        public static final Repetition FREE = new Repetition(1, 1, 0, 0);
    }

    /**
     * Ids and sequences that are never written.
     *
     * @param words sequences, {@code bad_words_ids}
     * @param suppressed ids, {@code suppress_tokens}
     * @param suppressedFirst ids that are not the first new one, {@code begin_suppress_tokens}
     */
    public record Bans(
            List<List<Integer>> words, List<Integer> suppressed, List<Integer> suppressedFirst) {
        public static final Bans NONE = new Bans(List.of(), List.of(), List.of());

        public Bans {
            words = words.stream().map(List::copyOf).toList();
            suppressed = List.copyOf(suppressed);
            suppressedFirst = List.copyOf(suppressedFirst);
        }
    }

    /**
     * Ids written whatever the model thinks.
     *
     * @param first the first new id when the prompt is one id, {@code forced_bos_token_id}
     * @param last the last id when the longest target is reached, {@code forced_eos_token_id}
     */
    public record Forced(OptionalInt first, OptionalInt last) {
        public static final Forced NOTHING = new Forced(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * What is told beside the ids; beam search always knows its scores.
     *
     * @param scores log-probabilities also of greedy search, which is slower with them
     * @param attention cross-attention weights, averaged over heads
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
        return new SearchOptions(
                ids,
                lengths,
                beam,
                repetition,
                bans,
                new Forced(OptionalInt.of(id), forced.last()),
                renormalise,
                outputs);
    }
}
