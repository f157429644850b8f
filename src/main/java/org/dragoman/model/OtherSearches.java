package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dragoman.failure.DragomanException;

/** Options that switch on a kind of search, or a rule, that is not here. */
final class OtherSearches {
    /** On when true. */
    private static final List<String> FLAGS = List.of("do_sample", "token_healing", "low_memory");

    /** On when present. */
    private static final List<String> VALUES =
            List.of(
                    "constraints",
                    "force_words_ids",
                    "forced_decoder_ids",
                    "sequence_bias",
                    "exponential_decay_length_penalty",
                    "watermarking_config",
                    "stop_strings",
                    "max_time",
                    "dola_layers",
                    "prompt_lookup_num_tokens",
                    "assistant_early_exit");

    /** On when another number than this. */
    private record Neutral(String key, double off) {}

    private static final List<Neutral> NUMBERS =
            List.of(
                    new Neutral("num_beam_groups", 1),
                    new Neutral("diversity_penalty", 0),
                    new Neutral("penalty_alpha", 0),
                    new Neutral("guidance_scale", 1));

    private OtherSearches() {}

    /**
     * Passes what switches none of them on.
     *
     * @throws DragomanException model-unavailable, naming the file and the key
     */
    static void refuse(OptionValues values) {
        for (String key : FLAGS) {
            refuse(values, key, values.flag(key));
        }
        for (String key : VALUES) {
            JsonNode value = values.get(key);
            refuse(
                    values,
                    key,
                    !value.isMissingNode() && !(value.isContainerNode() && value.isEmpty()));
        }
        for (Neutral number : NUMBERS) {
            double off = number.off();
            refuse(values, number.key(), values.number(number.key(), off) != off);
        }
    }

    private static void refuse(OptionValues values, String key, boolean on) {
        if (on) {
            throw values.refused(key, "asks for a search that is not supported");
        }
    }
}
