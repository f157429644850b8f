package org.dragoman.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.dragoman.model.Precision;

/** Hands the weights of a BERT-type encoder from their file to its script. One thread, one load. */
final class BertWeights {
    private static final String WORDS = "embeddings.word_embeddings.weight";
    private static final String PLACES = "embeddings.position_embeddings.weight";
    private static final String TYPES = "embeddings.token_type_embeddings.weight";

    /** What names begin with when the encoder was saved as a part of a larger model. */
    private static final List<String> PREFIXES = List.of("", "bert.", "roberta.");

    private final Checkpoint file;
    private final BertConfig config;
    private final BertConfig.Sizes sizes;
    private final TorchScript script;
    private final ScriptWeights weights;
    private final String prefix;

    private BertWeights(
            Checkpoint file, BertConfig config, TorchScript script, Precision precision) {
        this.file = file;
        this.config = config;
        this.sizes = config.sizes();
        this.script = script;
        this.weights = new ScriptWeights(file, script, precision);
        this.prefix =
                PREFIXES.stream()
                        .filter(start -> file.has(start + WORDS))
                        .findFirst()
                        .orElse(PREFIXES.get(0));
    }

    /**
     * A script and the memory its weights take.
     *
     * @param nativeBytes outside the heap
     */
    record Loaded(TorchScript script, long nativeBytes) {}

    /**
     * Loads a model.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and the
     *     tensor that is missing or has another shape
     */
    static Loaded load(Checkpoint file, BertConfig config, Pooling pooling, Precision precision) {
        TorchScript script = TorchScript.load("bert", attributes(config, pooling, precision));
        try {
            BertWeights all = new BertWeights(file, config, script, precision);
            all.addAll();
            long places = (long) Float.BYTES * config.longest() * config.sizes().width();
            return new Loaded(script, all.weights.bytes() + places);
        } catch (RuntimeException failure) {
            script.close();
            throw failure;
        }
    }

    private static Map<String, Object> attributes(
            BertConfig config, Pooling pooling, Precision precision) {
        return Map.of(
                "heads", (long) config.sizes().heads(),
                "layers", (long) config.sizes().layers(),
                "width", (long) config.sizes().width(),
                "epsilon", config.epsilon(),
                "activation", config.activation().code(),
                "first", pooling.first(),
                "precision", ScriptWeights.code(precision),
                "sevenbit", !Processor.addsProductsWide(),
                "blocked", Processor.blocks(precision));
    }

    private void addAll() {
        int width = sizes.width();
        weights.table(prefix + WORDS, sizes.vocabulary(), width);
        ScriptWeights.each(
                call ->
                        script.run(
                                call,
                                "add_places",
                                places(call),
                                weights.floats(call, prefix + TYPES, sizes.types(), width)));
        weights.norm(prefix + "embeddings.LayerNorm", width);
        for (int layer = 0; layer < sizes.layers(); layer++) {
            addLayer(prefix + "encoder.layer." + layer + ".");
        }
    }

    /** The position table without the rows no token of a text takes. */
    private IValue places(NativeCall call) {
        ByteBuffer table = file.floats(prefix + PLACES, sizes.positions(), sizes.width());
        int from = config.firstPosition() * sizes.width() * Float.BYTES;
        ByteBuffer used = table.slice(from, table.remaining() - from).order(table.order());
        return call.tensor(used, DataType.FLOAT32, config.longest(), sizes.width());
    }

    private void addLayer(String name) {
        int width = sizes.width();
        String attention = name + "attention.self.";
        List<String> parts = List.of(attention + "query", attention + "key", attention + "value");
        weights.joined(parts, width, 1, sizes.heads());
        weights.linear(name + "attention.output.dense", width, width);
        weights.norm(name + "attention.output.LayerNorm", width);
        weights.linear(name + "intermediate.dense", sizes.inner(), width);
        weights.linear(name + "output.dense", width, sizes.inner());
        weights.norm(name + "output.LayerNorm", width);
    }
}
