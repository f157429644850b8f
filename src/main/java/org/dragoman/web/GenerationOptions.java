package org.dragoman.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dragoman.model.SearchOptions;
import org.dragoman.model.SearchOptions.Bans;
import org.dragoman.model.SearchOptions.Beam;
import org.dragoman.model.SearchOptions.Lengths;
import org.dragoman.model.SearchOptions.Repetition;
import org.dragoman.model.SearchOptions.Stopping;

/**
 * A search as the generation config of transformers writes it, its names in camelCase: what differs
 * from plain greedy search. The special ids are the model's own and are left out, and so is what is
 * told beside the text.
 */
final class GenerationOptions {
    private final Map<String, Object> options = new LinkedHashMap<>();

    private GenerationOptions() {}

    /**
     * Empty for plain greedy search; numbers, true, "never" and lists of ids. Not to be changed.
     */
    static Map<String, Object> of(SearchOptions search) {
        GenerationOptions differing = new GenerationOptions();
        differing.beam(search.beam());
        differing.lengths(search.lengths());
        differing.repetition(search.repetition());
        differing.bans(search.bans());
        differing.put("forcedBosTokenId", search.forced().first());
        differing.put("forcedEosTokenId", search.forced().last());
        differing.put("renormalizeLogits", search.renormalise(), false);
        return Collections.unmodifiableMap(differing.options);
    }

    private void beam(Beam beam) {
        put("numBeams", beam.width(), 1);
        put("numReturnSequences", beam.answers(), 1);
        // Both mean nothing to greedy search.
        if (beam.width() > 1) {
            put("lengthPenalty", beam.lengthPenalty(), 1.0);
            put("earlyStopping", stopping(beam.stopping()), false);
        }
    }

    private static Object stopping(Stopping stopping) {
        return switch (stopping) {
            case WHEN_FULL -> true;
            case WHEN_UNLIKELY -> false;
            case WHEN_IMPOSSIBLE -> "never";
        };
    }

    private void lengths(Lengths lengths) {
        put("maxNewTokens", lengths.mostNew());
        put("maxLength", lengths.most());
        put("minNewTokens", lengths.leastNew(), 0);
        put("minLength", lengths.least(), 0);
    }

    private void repetition(Repetition repetition) {
        put("encoderRepetitionPenalty", repetition.sourcePenalty(), 1.0);
        put("repetitionPenalty", repetition.penalty(), 1.0);
        put("noRepeatNgramSize", repetition.ngram(), 0);
        put("encoderNoRepeatNgramSize", repetition.sourceNgram(), 0);
    }

    private void bans(Bans bans) {
        put("badWordsIds", bans.words(), List.of());
        put("suppressTokens", bans.suppressed(), List.of());
        put("beginSuppressTokens", bans.suppressedFirst(), List.of());
    }

    private void put(String name, OptionalInt value) {
        value.ifPresent(number -> options.put(name, number));
    }

    private void put(String name, Object value, Object plain) {
        if (!value.equals(plain)) {
            options.put(name, value);
        }
    }
}
