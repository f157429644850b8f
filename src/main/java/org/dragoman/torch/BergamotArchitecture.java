package org.dragoman.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a student model is made of. Everything is read from the file; a value with which no
 * published model was tried is refused by name rather than computed wrongly.
 *
 * @param width of the model
 * @param sourceVocabulary ids; equal to the target's where the vocabulary is shared
 */
record BergamotArchitecture(
        int width, int encoders, int decoders, int sourceVocabulary, int targetVocabulary) {

    static final int HEADS = 8;

    /** The output layer's matrix, where it is not the target's embeddings. */
    private static final String OUTPUT = "decoder_ff_logit_out_W";

    private static final Map<String, Set<String>> REQUIRED =
            Map.of(
                    "type", Set.of("transformer"),
                    "dim-emb", Set.of("256", "384", "512"),
                    "enc-depth", Set.of("6"),
                    "dec-depth", Set.of("2", "4"),
                    "transformer-heads", Set.of(String.valueOf(HEADS)),
                    "transformer-dim-ffn", Set.of("1536", "2048"),
                    "transformer-decoder-autoreg", Set.of("rnn"),
                    "dec-cell", Set.of("ssru"));

    /** Checked where the file says something of them; the published models leave some out. */
    private static final Map<String, Set<String>> ACCEPTED =
            Map.ofEntries(
                    Map.entry("dec-cell-base-depth", Set.of("2")),
                    Map.entry("dec-cell-high-depth", Set.of("1")),
                    Map.entry("input-types", Set.of("[]", "")),
                    Map.entry("layer-normalization", Set.of("false")),
                    Map.entry("lemma-dim-emb", Set.of("0")),
                    Map.entry("output-omit-bias", Set.of("false")),
                    Map.entry("right-left", Set.of("false")),
                    Map.entry("skip", Set.of("false")),
                    Map.entry("transformer-decoder-dim-ffn", Set.of("0", "1536", "2048")),
                    Map.entry("transformer-decoder-ffn-depth", Set.of("0", "2")),
                    Map.entry("transformer-depth-scaling", Set.of("false")),
                    Map.entry("transformer-ffn-activation", Set.of("relu")),
                    Map.entry("transformer-ffn-depth", Set.of("2")),
                    Map.entry("transformer-no-projection", Set.of("false")),
                    Map.entry("transformer-pool", Set.of("false")),
                    Map.entry("transformer-postprocess", Set.of("dan")),
                    Map.entry("transformer-postprocess-emb", Set.of("d")),
                    Map.entry("transformer-postprocess-top", Set.of("")),
                    Map.entry("transformer-preprocess", Set.of("")),
                    Map.entry("transformer-rnn-projection", Set.of("false")),
                    Map.entry("transformer-tied-layers", Set.of("[]", "")),
                    Map.entry("transformer-train-position-embeddings", Set.of("false")),
                    Map.entry("ulr", Set.of("false")));

    /**
     * Reads the architecture of a model.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the setting
     */
    static BergamotArchitecture read(MarianFile file) {
        Map<String, String> settings = settings(file.architecture());
        REQUIRED.forEach((name, values) -> check(file, name, settings.get(name), values));
        ACCEPTED.forEach(
                (name, values) -> {
                    if (settings.containsKey(name)) {
                        check(file, name, settings.get(name), values);
                    }
                });
        if (file.has(OUTPUT + "t")) {
            throw file.damaged("an output layer " + OUTPUT + "t is not supported");
        }
        return new BergamotArchitecture(
                Integer.parseInt(settings.getOrDefault("dim-emb", "")),
                Integer.parseInt(settings.getOrDefault("enc-depth", "")),
                Integer.parseInt(settings.getOrDefault("dec-depth", "")),
                file.item(embeddings(file).get(0)).shape()[0],
                file.item(embeddings(file).get(1)).shape()[0]);
    }

    /** Names of the source's and the target's embeddings; one name where they are shared. */
    static List<String> embeddings(MarianFile file) {
        return file.has("Wemb") ? List.of("Wemb", "Wemb") : List.of("encoder_Wemb", "decoder_Wemb");
    }

    /** Name of the output layer's own matrix; null where the target's embeddings are the output. */
    static @Nullable String output(MarianFile file) {
        return file.has(OUTPUT) ? OUTPUT : null;
    }

    private static void check(
            MarianFile file, String name, @Nullable String value, Set<String> accepted) {
        if (value == null) {
            throw file.damaged("its architecture does not say " + name);
        }
        if (!accepted.contains(value)) {
            throw file.damaged(name + ": " + printable(value) + " is not supported");
        }
    }

    /** A damaged file may hold anything: no more of it is repeated than a setting can need. */
    private static String printable(String value) {
        String start = value.substring(0, Math.min(value.length(), 32));
        return start.replaceAll("[^ -~]", "?");
    }

    /** Marian writes its settings flat, one on a line; the items of a list are indented. */
    private static Map<String, String> settings(String yaml) {
        Map<String, String> settings = new HashMap<>();
        for (String line : yaml.split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                String value = line.substring(colon + 1).strip();
                settings.put(line.substring(0, colon), value.equals("\"\"") ? "" : value);
            }
        }
        return settings;
    }
}
