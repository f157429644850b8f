package org.dragoman.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dragoman.model.Precision;

/**
 * Hands the weights of a T5 to {@code t5.py}, in the order that script asks for. One thread, one
 * load.
 *
 * <p>All linear layers are held in the precision asked for, also the second feed-forward one, which
 * is customarily spared in float16: its sums overflow there, but not in bf16, and not in int8 with
 * a scale a row. On tiny random models int8 moved logits by 5 to 8 % of their spread, with that
 * layer in float32 no less than by 5 to 7 %.
 */
final class T5Weights {
    private static final String SHARED = "shared.weight";
    private static final String OUTPUT = "lm_head.weight";
    private static final String SOURCE = "encoder.embed_tokens.weight";
    private static final String TARGET = "decoder.embed_tokens.weight";
    private static final String BIAS = "SelfAttention.relative_attention_bias.weight";

    private final Checkpoint file;
    private final T5Config config;
    private final T5Config.Sizes sizes;
    private final Precision precision;
    private final TorchScript script;
    private final ScriptWeights weights;

    private T5Weights(Checkpoint file, T5Config config, Precision precision, TorchScript script) {
        this.file = file;
        this.config = config;
        this.sizes = config.sizes();
        this.precision = precision;
        this.script = script;
        this.weights = new ScriptWeights(file, script, precision);
    }

    /** A script with weights in it, and the memory it takes outside the heap. */
    record Loaded(TorchScript script, long nativeBytes) {}

    /**
     * Loads a model.
     *
     * @param longest ids of a source and of a target at most
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the tensor that is
     *     missing or has another shape
     */
    static Loaded load(Checkpoint file, T5Config config, Precision precision, int longest) {
        TorchScript script = TorchScript.load("t5", attributes(config, precision, longest));
        try {
            T5Weights all = new T5Weights(file, config, precision, script);
            all.table();
            all.encoder();
            all.decoder();
            all.scale("encoder.final_layer_norm");
            all.scale("decoder.final_layer_norm");
            all.output();
            long distances = 3L * Float.BYTES * longest * config.sizes().heads();
            return new Loaded(script, all.weights.bytes() + distances);
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
    }

    private static Map<String, Object> attributes(
            T5Config config, Precision precision, int longest) {
        T5Config.Sizes sizes = config.sizes();
        return Map.ofEntries(
                Map.entry("width", (long) sizes.width()),
                Map.entry("inner", (long) sizes.heads() * sizes.depth()),
                Map.entry("encoder_heads", (long) sizes.heads()),
                Map.entry("decoder_heads", (long) sizes.heads()),
                Map.entry("encoders", (long) sizes.encoders()),
                Map.entry("decoders", (long) sizes.decoders()),
                Map.entry("activation", config.feedForward().activation().code()),
                Map.entry("gated", config.feedForward().gated()),
                Map.entry("epsilon", config.epsilon()),
                Map.entry("head_scale", config.tied() ? 1 / Math.sqrt(sizes.width()) : 1.0),
                Map.entry("buckets", (long) config.distances().buckets()),
                Map.entry("farthest", (long) config.distances().farthest()),
                Map.entry("longest", (long) longest),
                Map.entry("precision", ScriptWeights.code(precision)),
                Map.entry("blocked", Processor.blocks(precision)),
                Map.entry("sevenbit", !Processor.addsProductsWide()));
    }

    /** Tied tensors may be stored under any of their names. */
    private String tableName() {
        Stream<String> names = Stream.of(SHARED, SOURCE, TARGET);
        return names.filter(file::has).findFirst().orElse(config.tied() ? OUTPUT : SHARED);
    }

    private void table() {
        weights.table(tableName(), sizes.vocabulary(), sizes.width());
    }

    private void encoder() {
        distances("encoder");
        for (int layer = 0; layer < sizes.encoders(); layer++) {
            String name = "encoder.block." + layer + ".layer.";
            selfAttention(name + "0.SelfAttention.");
            feedForward(name + "1.DenseReluDense.");
            scale(name + "0.layer_norm");
            scale(name + "1.layer_norm");
        }
    }

    private void decoder() {
        distances("decoder");
        List<String> keysAndValues = new ArrayList<>();
        for (int layer = 0; layer < sizes.decoders(); layer++) {
            String name = "decoder.block." + layer + ".layer.1.EncDecAttention.";
            keysAndValues.add(name + "k");
            keysAndValues.add(name + "v");
        }
        weights.bare(keysAndValues, attention(), sizes.width());
        for (int layer = 0; layer < sizes.decoders(); layer++) {
            String name = "decoder.block." + layer + ".layer.";
            selfAttention(name + "0.SelfAttention.");
            weights.bare(List.of(name + "1.EncDecAttention.q"), attention(), sizes.width());
            weights.bare(List.of(name + "1.EncDecAttention.o"), sizes.width(), attention());
            feedForward(name + "2.DenseReluDense.");
            scale(name + "0.layer_norm");
            scale(name + "1.layer_norm");
            scale(name + "2.layer_norm");
        }
    }

    /** Width between the layers of an attention. */
    private int attention() {
        return sizes.heads() * sizes.depth();
    }

    private void distances(String side) {
        String name = side + ".block.0.layer.0." + BIAS;
        int buckets = config.distances().buckets();
        ScriptWeights.each(
                call ->
                        script.run(
                                call,
                                "add_distances",
                                weights.floats(call, name, buckets, sizes.heads())));
    }

    private void selfAttention(String name) {
        weights.bare(List.of(name + "q", name + "k", name + "v"), attention(), sizes.width());
        weights.bare(List.of(name + "o"), sizes.width(), attention());
    }

    private void feedForward(String name) {
        List<String> first =
                config.feedForward().gated()
                        ? List.of(name + "wi_0", name + "wi_1")
                        : List.of(name + "wi");
        weights.bare(first, sizes.inner(), sizes.width());
        weights.bare(List.of(name + "wo"), sizes.width(), sizes.inner());
    }

    private void scale(String name) {
        weights.scale(name, sizes.width());
    }

    /** A tied table is multiplied as it is, except in int8, where it has to be packed for that. */
    private void output() {
        boolean own = !config.tied() || precision == Precision.INT8;
        String name = config.tied() ? tableName() : OUTPUT;
        ScriptWeights.each(
                call ->
                        script.run(
                                call,
                                "finish",
                                own
                                        ? weights.floats(
                                                call, name, sizes.vocabulary(), sizes.width())
                                        : call.floats(new float[0], 0),
                                call.floats(new float[0], 0)));
        if (own) {
            weights.count(1, sizes.vocabulary(), sizes.width());
        }
    }
}
