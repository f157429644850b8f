package org.dragoman.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Search options in the {@code config.json} of a checkpoint that has no {@code
 * generation_config.json}: its own keys over what the configuration class of its type in
 * transformers 4.57 has where a file is silent.
 */
final class LegacyOptions {
    private static final String BOS = "bos_token_id";
    private static final String EOS = "eos_token_id";
    private static final String PAD = "pad_token_id";
    private static final String START = "decoder_start_token_id";
    private static final String LAST = "forced_eos_token_id";

    private static final Map<String, Map<String, Integer>> OF_TYPE =
            Map.of(
                    "bart", Map.of(BOS, 0, EOS, 2, PAD, 1, START, 2, LAST, 2),
                    "mbart", Map.of(BOS, 0, EOS, 2, PAD, 1, LAST, 2),
                    "marian", Map.of(EOS, 0, PAD, 58100, START, 58100, LAST, 0),
                    "pegasus", Map.of(EOS, 1, PAD, 0, START, 0, LAST, 1),
                    "m2m_100", Map.of(BOS, 0, EOS, 2, PAD, 1, START, 2),
                    "t5", Map.of(EOS, 1, PAD, 0),
                    "mt5", Map.of(EOS, 1, PAD, 0, START, 0));

    private LegacyOptions() {}

    /** A null in the file switches off what its type has. */
    static ObjectNode of(JsonNode config) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        String type = config.path("model_type").asText();
        OF_TYPE.getOrDefault(type, Map.of()).forEach((key, id) -> options.put(key, id));
        config.properties().forEach(option -> options.set(option.getKey(), option.getValue()));
        boolean begun = config.path("force_bos_token_to_be_generated").asBoolean();
        if (begun && type.equals("bart") && !options.hasNonNull("forced_bos_token_id")) {
            options.set("forced_bos_token_id", options.get(BOS));
        }
        return options;
    }
}
