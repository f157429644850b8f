package org.dragoman.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands the weights of a BERT-type encoder from their file to its script. One thread. */
final class BertWeights {
    private static final String WORDS = "embeddings.word_embeddings.weight";

    private final Checkpoint file;
    private final BertConfig.Sizes sizes;
    private final TorchScript script;
    private final String prefix;
    private long bytes;

    private BertWeights(Checkpoint file, BertConfig.Sizes sizes, TorchScript script) {
        this.file = file;
        this.sizes = sizes;
        this.script = script;
        this.prefix = file.has(WORDS) ? "" : "bert.";
    }

    /**
     * A script and the memory its weights take.
     *
     * @param nativeBytes outside the heap
     */
    record Loaded(TorchScript script, long nativeBytes) {}

    static Loaded load(Checkpoint file, BertConfig config) {
        BertConfig.Sizes sizes = config.sizes();
        TorchScript script =
                TorchScript.load(
                        "bert",
                        Map.of(
                                "heads", (long) sizes.heads(),
                                "layers", (long) sizes.layers(),
                                "width", (long) sizes.width(),
                                "epsilon", config.epsilon()));
        try {
            BertWeights weights = new BertWeights(file, sizes, script);
            weights.addAll();
            return new Loaded(script, weights.bytes);
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
    }

    private void addAll() {
        int width = sizes.width();
        each(
                call ->
                        script.run(
                                call,
                                "add_embeddings",
                                tensor(call, WORDS, sizes.vocabulary(), width),
                                tensor(
                                        call,
                                        "embeddings.position_embeddings.weight",
                                        sizes.positions(),
                                        width),
                                tensor(
                                        call,
                                        "embeddings.token_type_embeddings.weight",
                                        sizes.types(),
                                        width)));
        addNorm("embeddings.LayerNorm");
        for (int layer = 0; layer < sizes.layers(); layer++) {
            addLayer("encoder.layer." + layer + ".");
        }
    }

    private void addLayer(String name) {
        addAttention(name + "attention.self.");
        addLinear(name + "attention.output.dense", sizes.width(), sizes.width());
        addNorm(name + "attention.output.LayerNorm");
        addLinear(name + "intermediate.dense", sizes.inner(), sizes.width());
        addLinear(name + "output.dense", sizes.width(), sizes.inner());
        addNorm(name + "output.LayerNorm");
    }

    private void addAttention(String name) {
        int width = sizes.width();
        List<String> parts = List.of("query", "key", "value");
        each(
                call -> {
                    IValue[] weights =
                            parts.stream()
                                    .map(
                                            part ->
                                                    tensor(
                                                            call,
                                                            name + part + ".weight",
                                                            width,
                                                            width))
                                    .toArray(IValue[]::new);
                    IValue[] biases =
                            parts.stream()
                                    .map(part -> tensor(call, name + part + ".bias", width))
                                    .toArray(IValue[]::new);
                    script.run(
                            call,
                            "add_attention",
                            call.own(IValue.listFrom(weights)),
                            call.own(IValue.listFrom(biases)));
                });
    }

    private void addLinear(String name, int out, int in) {
        each(
                call ->
                        script.run(
                                call,
                                "add_linear",
                                tensor(call, name + ".weight", out, in),
                                tensor(call, name + ".bias", out)));
    }

    private void addNorm(String name) {
        each(
                call ->
                        script.run(
                                call,
                                "add_norm",
                                tensor(call, name + ".weight", sizes.width()),
                                tensor(call, name + ".bias", sizes.width())));
    }

    private static void each(Consumer<NativeCall> addition) {
        try (NativeCall call = new NativeCall()) {
            addition.accept(call);
        }
    }

    private IValue tensor(NativeCall call, String name, long... shape) {
        var numbers = file.floats(prefix + name, shape);
        bytes += numbers.remaining();
        return call.tensor(numbers, DataType.FLOAT32, shape);
    }
}
