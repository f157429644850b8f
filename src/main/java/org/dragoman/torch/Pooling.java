package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dragoman.model.JsonFile;

/**
 * How token vectors become a sentence's, as the files of sentence-transformers say. Without them it
 * is the mean over 256 tokens at most. The vector is always brought to length 1, for which they
 * need no module of their own: it changes no cosine. Immutable.
 *
 * @param first the first token's vector rather than the mean
 * @param longest tokens the model was trained to read, its {@code max_seq_length}
 * @see <a href="https://sbert.net/docs/package_reference/sentence_transformer/models.html">the
 *     modules and their files</a>
 */
record Pooling(boolean first, int longest) {
    /**
     * Tokens the published sentence models that say nothing were trained to read; more positions
     * than that exist but mean little.
     */
    private static final int TRAINED = 256;

    private static final String MODULES = "modules.json";
    private static final String LENGTHS = "sentence_bert_config.json";
    private static final List<String> POOLING = List.of("1_Pooling/config.json", "pooling.json");

    private static final String CLS = "cls";
    private static final String MEAN = "mean";
    private static final Map<String, String> MODES =
            Map.of("pooling_mode_cls_token", CLS, "pooling_mode_mean_tokens", MEAN);

    /**
     * Reads what there is in a model's directory.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what in
     *     it is not supported
     */
    static Pooling read(Path directory) {
        checkModules(directory.resolve(MODULES));
        boolean first = false;
        for (String name : POOLING) {
            Path file = directory.resolve(name);
            if (Files.exists(file)) {
                first = mode(ConfigFile.read(file)).equals(CLS);
                break;
            }
        }
        Path lengths = directory.resolve(LENGTHS);
        return new Pooling(
                first,
                Files.exists(lengths)
                        ? ConfigFile.read(lengths).size("max_seq_length", TRAINED)
                        : TRAINED);
    }

    /** A layer between the pooling and the vector would be left out: such a model is refused. */
    private static void checkModules(Path file) {
        if (Files.exists(file)) {
            for (JsonNode module : JsonFile.readList(file)) {
                String type = module.path("type").asText();
                String name = type.substring(type.lastIndexOf('.') + 1);
                if (!List.of("Transformer", "Pooling", "Normalize").contains(name)) {
                    throw FileFault.in(
                            file, "the module " + FileFault.plain(name) + " is not supported");
                }
            }
        }
    }

    /** Several modes at once would be put side by side, and every other mode is refused by name. */
    private static String mode(ConfigFile config) {
        List<String> chosen = new ArrayList<>();
        config.root()
                .properties()
                .forEach(
                        entry -> {
                            String name = entry.getKey();
                            if (name.startsWith("pooling_mode_") && config.flag(name, false)) {
                                chosen.add(name);
                            }
                        });
        if (chosen.isEmpty()) {
            return config.oneOf("pooling_mode", List.of(CLS, MEAN));
        }
        if (chosen.size() > 1 || !MODES.containsKey(chosen.get(0))) {
            throw config.fault(
                    FileFault.plain(String.join(" with ", chosen)) + " is not supported");
        }
        return MODES.get(chosen.get(0));
    }
}
