package org.dragoman.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dragoman.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Hands the weights of an encoder-decoder transformer to {@code transformer.py}, in the order that
 * script asks for. One thread, one load.
 */
final class TransformerWeights {

    private static final String SHARED = "model.shared.weight";
    private static final String SOURCE = "model.encoder.embed_tokens.weight";
    private static final String TARGET = "model.decoder.embed_tokens.weight";
    private static final String OUTPUT = "lm_head.weight";
    private static final String OUTPUT_BIAS = "final_logits_bias";

    /** Learned tables begin with two rows nobody reads: once the places of padding. */
    private static final int UNUSED_PLACES = 2;

    private final Checkpoint file;
    private final TransformerConfig config;
    private final TransformerConfig.Sizes sizes;
    private final Precision precision;
    private final TorchScript script;
    private final ScriptWeights weights;
    private long otherBytes;

    private TransformerWeights(
            Checkpoint file, TransformerConfig config, Precision precision, TorchScript script) {
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
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the tensor that is
     *     missing or has another shape
     */
    static Loaded load(Checkpoint file, TransformerConfig config, Precision precision) {
        TorchScript script = TorchScript.load("transformer", attributes(config, precision));
        try {
            TransformerWeights all = new TransformerWeights(file, config, precision, script);
            all.tables();
            all.encoder();
            all.decoder();
            all.outerNorms();
            all.output();
            return new Loaded(script, all.weights.bytes() + all.otherBytes);
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
    }

    private static Map<String, Object> attributes(TransformerConfig config, Precision precision) {
        TransformerFamily family = config.family();
        TransformerConfig.Sizes sizes = config.sizes();
        boolean counts = family.places() == TransformerFamily.Places.SHIFTED_SINUSOIDS;
        return Map.ofEntries(
                Map.entry("width", (long) sizes.width()),
                Map.entry("inner", (long) sizes.width()),
                Map.entry("encoder_heads", (long) sizes.encoder().heads()),
                Map.entry("decoder_heads", (long) sizes.decoder().heads()),
                Map.entry("encoders", (long) sizes.encoder().layers()),
                Map.entry("decoders", (long) sizes.decoder().layers()),
                Map.entry("norm_first", family.normsFirst()),
                Map.entry("norm_embeddings", family.normsEmbeddings()),
                Map.entry("norm_last", family.normsLast()),
                Map.entry("activation", config.activation().code()),
                Map.entry("scale", config.scaled() ? Math.sqrt(sizes.width()) : 1.0),
                Map.entry("pad_place", counts ? (long) config.pad() : -1L),
                Map.entry("precision", ScriptWeights.code(precision)),
                Map.entry("blocked", Processor.blocks(precision)),
                Map.entry("sevenbit", !Processor.addsProductsWide()));
    }

    private void tables() {
        TransformerConfig.Tables tables = config.tables();
        if (tables.shared()) {
            weights.table(first(SHARED, SOURCE, TARGET, OUTPUT), tables.source(), sizes.width());
        } else {
            weights.table(SOURCE, tables.source(), sizes.width());
            weights.table(TARGET, tables.target(), sizes.width());
        }
        places("encoder");
        places("decoder");
    }

    /** The first of these names the file has: tied tensors may be stored under any of theirs. */
    private String first(String... names) {
        return Stream.of(names).filter(file::has).findFirst().orElse(names[0]);
    }

    private void places(String side) {
        String name = "model." + side + ".embed_positions.weight";
        switch (config.family().places()) {
            case LEARNED -> places(name, UNUSED_PLACES);
            case SINUSOIDS -> {
                if (file.has(name)) {
                    places(name, 0);
                } else {
                    sinusoids("add_sinusoids");
                }
            }
            case SHIFTED_SINUSOIDS -> sinusoids("add_shifted_sinusoids", config.pad() + 1L);
        }
        otherBytes += (long) Float.BYTES * sizes.longest() * sizes.width();
    }

    private void places(String name, int unused) {
        ScriptWeights.each(
                call ->
                        script.run(
                                call,
                                "add_places",
                                weights.floats(call, name, sizes.longest() + unused, sizes.width()),
                                call.number((long) unused)));
    }

    private void sinusoids(String method, long... first) {
        ScriptWeights.each(
                call -> {
                    List<IValue> arguments = new ArrayList<>();
                    arguments.add(call.number((long) sizes.longest()));
                    for (long number : first) {
                        arguments.add(call.number(number));
                    }
                    script.run(call, method, arguments.toArray(IValue[]::new));
                });
    }

    private void encoder() {
        TransformerConfig.Side side = sizes.encoder();
        for (int layer = 0; layer < side.layers(); layer++) {
            String name = "model.encoder.layers." + layer + ".";
            attention(name + "self_attn.", side.heads());
            feedForward(name, side.inner());
            weights.norm(name + "self_attn_layer_norm", sizes.width());
            weights.norm(name + "final_layer_norm", sizes.width());
        }
    }

    private void decoder() {
        TransformerConfig.Side side = sizes.decoder();
        List<String> keysAndValues = new ArrayList<>();
        for (int layer = 0; layer < side.layers(); layer++) {
            String name = "model.decoder.layers." + layer + ".encoder_attn.";
            keysAndValues.add(name + "k_proj");
            keysAndValues.add(name + "v_proj");
        }
        weights.joined(keysAndValues, sizes.width(), 0, side.heads());
        for (int layer = 0; layer < side.layers(); layer++) {
            String name = "model.decoder.layers." + layer + ".";
            attention(name + "self_attn.", side.heads());
            weights.joined(List.of(name + "encoder_attn.q_proj"), sizes.width(), 1, side.heads());
            weights.linear(name + "encoder_attn.out_proj", sizes.width(), sizes.width());
            feedForward(name, side.inner());
            weights.norm(name + "self_attn_layer_norm", sizes.width());
            weights.norm(name + "encoder_attn_layer_norm", sizes.width());
            weights.norm(name + "final_layer_norm", sizes.width());
        }
    }

    private void attention(String name, int heads) {
        List<String> parts = List.of(name + "q_proj", name + "k_proj", name + "v_proj");
        weights.joined(parts, sizes.width(), 1, heads);
        weights.linear(name + "out_proj", sizes.width(), sizes.width());
    }

    private void feedForward(String name, int inner) {
        weights.linear(name + "fc1", inner, sizes.width());
        weights.linear(name + "fc2", sizes.width(), inner);
    }

    private void outerNorms() {
        if (config.family().normsEmbeddings()) {
            weights.norm("model.encoder.layernorm_embedding", sizes.width());
            weights.norm("model.decoder.layernorm_embedding", sizes.width());
        }
        if (config.family().normsLast()) {
            weights.norm("model.encoder.layer_norm", sizes.width());
            weights.norm("model.decoder.layer_norm", sizes.width());
        }
    }

    private void output() {
        TransformerConfig.Tables tables = config.tables();
        boolean own = !tables.tied() || precision == Precision.INT8;
        String name = OUTPUT;
        if (tables.tied()) {
            name = tables.shared() ? first(SHARED, SOURCE, TARGET, OUTPUT) : TARGET;
        }
        output(own ? name : null, tables.target());
    }

    private void output(@Nullable String name, int rows) {
        ScriptWeights.each(
                call ->
                        script.run(
                                call,
                                "finish",
                                name == null
                                        ? call.floats(new float[0], 0)
                                        : weights.floats(call, name, rows, sizes.width()),
                                file.has(OUTPUT_BIAS)
                                        ? weights.floats(call, OUTPUT_BIAS, 1, rows)
                                        : call.floats(new float[rows], 1, rows)));
        if (name != null) {
            weights.count(1, rows, sizes.width());
        }
    }
}
