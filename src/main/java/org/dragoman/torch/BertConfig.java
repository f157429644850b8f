package org.dragoman.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.dragoman.model.JsonFile;

/**
 * The {@code config.json} of a BERT-type encoder. Immutable.
 *
 * @param epsilon added to the variance in layer norms
 */
record BertConfig(Sizes sizes, double epsilon) {
    private static final int LARGEST = 1 << 20;

    /**
     * The sizes of the layers, each 1 to 2^20.
     *
     * @param width of the model
     * @param inner width between the two feed-forward layers
     * @param positions tokens of a row at most
     */
    record Sizes(
            int width,
            int inner,
            int heads,
            int layers,
            int vocabulary,
            int positions,
            int types) {}

    static BertConfig read(Path file) {
        JsonNode config = JsonFile.read(file);
        require(file, config, "model_type", "bert");
        require(file, config, "hidden_act", "gelu");
        if (config.has("position_embedding_type")) {
            require(file, config, "position_embedding_type", "absolute");
        }
        Sizes sizes =
                new Sizes(
                        size(file, config, "hidden_size"),
                        size(file, config, "intermediate_size"),
                        size(file, config, "num_attention_heads"),
                        size(file, config, "num_hidden_layers"),
                        size(file, config, "vocab_size"),
                        size(file, config, "max_position_embeddings"),
                        size(file, config, "type_vocab_size"));
        if (sizes.width() % sizes.heads() != 0) {
            throw FileFault.in(file, "hidden_size is no multiple of num_attention_heads");
        }
        return new BertConfig(sizes, epsilon(file, config));
    }

    private static void require(Path file, JsonNode config, String name, String value) {
        String found = config.path(name).asText();
        if (!found.equals(value)) {
            throw FileFault.in(file, name + " is " + found + "; only " + value + " is supported");
        }
    }

    private static int size(Path file, JsonNode config, String name) {
        JsonNode size = config.path(name);
        if (!size.canConvertToInt() || size.asInt() < 1 || size.asInt() > LARGEST) {
            throw FileFault.in(file, name + " is missing or not a size");
        }
        return size.asInt();
    }

    private static double epsilon(Path file, JsonNode config) {
        double epsilon = config.path("layer_norm_eps").asDouble(-1);
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw FileFault.in(file, "layer_norm_eps is missing or not a small number");
        }
        return epsilon;
    }
}
