package org.dragoman.torch;

import java.util.List;

/**
 * The {@code config.json} of T5, mT5 or Flan-T5: everything in it that changes the mathematics.
 * Immutable.
 *
 * @param feedForward what stands between the feed-forward layers
 * @param tied whether the embedding table is the output layer too
 * @param epsilon added to the mean square in norms
 */
record T5Config(
        Sizes sizes, Distances distances, FeedForward feedForward, boolean tied, double epsilon) {
    private static final String MANY = "mt5";

    /** Every {@code model_type} of this family. */
    static final List<String> TYPES = List.of("t5", MANY);

    private static final String GATED = "gated-";
    private static final List<String> BLOCKS =
            List.of("relu", "gelu", "silu", "gated-relu", "gated-gelu", "gated-silu");

    /** The fewest buckets of which each side of a query still has some for one distance each. */
    private static final int FEWEST_BUCKETS = 4;

    /**
     * The sizes of the layers.
     *
     * @param width of the model
     * @param depth of a head; heads × depth need not be the width
     * @param inner width between the two feed-forward layers
     * @param encoders layers of the encoder
     * @param decoders layers of the decoder
     */
    record Sizes(
            int vocabulary,
            int width,
            int heads,
            int depth,
            int inner,
            int encoders,
            int decoders) {}

    /**
     * How far apart two places are, as attention sees it.
     *
     * @param buckets of distances
     * @param farthest distance that is told from those beyond it
     */
    record Distances(int buckets, int farthest) {}

    /**
     * The feed-forward block.
     *
     * @param gated whether what is activated is multiplied by a second layer of the same input
     * @see <a href="https://arxiv.org/abs/2002.05202">Shazeer 2020, GLU Variants</a>
     */
    record FeedForward(Activation activation, boolean gated) {}

    /**
     * Reads a configuration.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what in
     *     it is missing or not supported
     */
    static T5Config of(ConfigFile config) {
        boolean many = config.oneOf("model_type", TYPES).equals(MANY);
        if (many) {
            config.architecture("MT5ForConditionalGeneration");
        } else {
            config.architecture("T5ForConditionalGeneration", "T5WithLMHeadModel");
        }
        if (config.flag("tie_encoder_decoder", false)) {
            throw config.fault("tie_encoder_decoder is not supported");
        }
        return new T5Config(
                sizes(config),
                distances(config),
                feedForward(config, many),
                config.flag("tie_word_embeddings", !many),
                config.has("layer_norm_epsilon") ? config.small("layer_norm_epsilon") : 1e-6);
    }

    private static Sizes sizes(ConfigFile config) {
        int layers = config.size("num_layers");
        return new Sizes(
                config.size("vocab_size"),
                config.size("d_model"),
                config.size("num_heads"),
                config.size("d_kv"),
                config.size("d_ff"),
                layers,
                config.size("num_decoder_layers", layers));
    }

    private static Distances distances(ConfigFile config) {
        int buckets = config.size("relative_attention_num_buckets", 32);
        int farthest = config.size("relative_attention_max_distance", 128);
        if (buckets < FEWEST_BUCKETS || buckets % 2 != 0) {
            throw config.fault("relative_attention_num_buckets is no even number from 4");
        }
        if (farthest <= buckets / 2) {
            throw config.fault("relative_attention_max_distance is no more than half the buckets");
        }
        return new Distances(buckets, farthest);
    }

    /** In this family {@code gated-gelu} means the approximation by tanh, {@code gelu} does not. */
    private static FeedForward feedForward(ConfigFile config, boolean many) {
        String name = config.oneOf("feed_forward_proj", BLOCKS, many ? "gated-gelu" : "relu");
        boolean gated = name.startsWith(GATED);
        return new FeedForward(
                switch (gated ? name.substring(GATED.length()) : name) {
                    case "relu" -> Activation.RELU;
                    case "silu" -> Activation.SILU;
                    default -> gated ? Activation.GELU_TANH : Activation.GELU;
                },
                gated);
    }
}
