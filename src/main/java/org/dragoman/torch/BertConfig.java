package org.dragoman.torch;

import java.nio.file.Path;
import java.util.List;

/**
 * The {@code config.json} of a BERT-type encoder. Immutable.
 *
 * @param activation between the feed-forward layers
 * @param firstPosition row of the position table a text's first token takes: 0, or in the RoBERTa
 *     family the one after the padding's
 * @param epsilon added to the variance in layer norms
 */
record BertConfig(Sizes sizes, Activation activation, int firstPosition, double epsilon) {
    private static final String BERT = "bert";
    private static final List<String> FAMILIES = List.of(BERT, "roberta", "xlm-roberta");

    /**
     * The sizes of the layers, each 1 to 2^20.
     *
     * @param width of the model
     * @param inner width between the two feed-forward layers
     * @param positions rows of the position table
     */
    record Sizes(
            int width,
            int inner,
            int heads,
            int layers,
            int vocabulary,
            int positions,
            int types) {}

    /**
     * Reads a configuration.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and the key
     *     that is missing or not supported
     */
    static BertConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        String family = config.oneOf("model_type", FAMILIES);
        config.oneOf("position_embedding_type", List.of("absolute"), "absolute");
        Sizes sizes =
                new Sizes(
                        config.size("hidden_size"),
                        config.size("intermediate_size"),
                        config.size("num_attention_heads"),
                        config.size("num_hidden_layers"),
                        config.size("vocab_size"),
                        config.size("max_position_embeddings"),
                        config.size("type_vocab_size"));
        if (sizes.width() % sizes.heads() != 0) {
            throw config.fault("hidden_size is no multiple of num_attention_heads");
        }
        int first = family.equals(BERT) ? 0 : config.id("pad_token_id", 1) + 1;
        if (first >= sizes.positions()) {
            throw config.fault("pad_token_id leaves no position of max_position_embeddings");
        }
        Activation activation = Activation.named(config, "hidden_act");
        return new BertConfig(sizes, activation, first, config.small("layer_norm_eps"));
    }

    /** Tokens of a row at most. */
    int longest() {
        return sizes.positions() - firstPosition;
    }
}
