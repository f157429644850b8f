package org.dragoman.torch;

import java.nio.file.Path;

/**
 * The {@code config.json} of an encoder-decoder transformer: everything in it that changes the
 * mathematics. Immutable.
 *
 * @param scaled whether embeddings are multiplied by the root of the width
 * @param pad id of padding
 */
record TransformerConfig(
        TransformerFamily family,
        Sizes sizes,
        Tables tables,
        Activation activation,
        boolean scaled,
        int pad) {

    /**
     * Sizes of the model.
     *
     * @param longest places of a source, and of a target
     */
    record Sizes(int width, int longest, Side encoder, Side decoder) {}

    /**
     * Sizes of one side.
     *
     * @param inner width between the two feed-forward layers
     */
    record Side(int layers, int heads, int inner) {}

    /**
     * The vocabularies and who shares a table.
     *
     * @param source ids of the encoder
     * @param target ids of the decoder
     * @param shared one embedding table for both sides
     * @param tied the decoder's table is the output layer too
     */
    record Tables(int source, int target, boolean shared, boolean tied) {}

    /**
     * Reads a file.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what in
     *     it is missing or not supported
     */
    static TransformerConfig read(Path file) {
        ConfigFile config = ConfigFile.read(file);
        TransformerFamily family = TransformerFamily.of(config);
        if (config.flag("tie_encoder_decoder", false)) {
            throw config.fault("tie_encoder_decoder is not supported");
        }
        return new TransformerConfig(
                family,
                sizes(config),
                tables(config, family),
                config.has("activation_function")
                        ? Activation.named(config, "activation_function")
                        : family.activation(),
                config.flag("scale_embedding", family.scales()),
                config.id("pad_token_id", 1));
    }

    private static Sizes sizes(ConfigFile config) {
        int width = config.size("d_model");
        Sizes sizes =
                new Sizes(
                        width,
                        config.size("max_position_embeddings"),
                        side(config, "encoder"),
                        side(config, "decoder"));
        check(config, width, "encoder", sizes.encoder().heads());
        check(config, width, "decoder", sizes.decoder().heads());
        return sizes;
    }

    private static Side side(ConfigFile config, String name) {
        return new Side(
                config.size(name + "_layers"),
                config.size(name + "_attention_heads"),
                config.size(name + "_ffn_dim"));
    }

    private static void check(ConfigFile config, int width, String side, int heads) {
        if (width % heads != 0 || width % 2 != 0) {
            throw config.fault("d_model does not go into " + side + "_attention_heads");
        }
    }

    private static Tables tables(ConfigFile config, TransformerFamily family) {
        int source = config.size("vocab_size");
        boolean shared =
                family != TransformerFamily.MARIAN
                        || config.flag("share_encoder_decoder_embeddings", true);
        int target = shared ? source : config.size("decoder_vocab_size", source);
        return new Tables(source, target, shared, config.flag("tie_word_embeddings", true));
    }
}
