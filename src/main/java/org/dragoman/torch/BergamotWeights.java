package org.dragoman.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dragoman.model.Precision;
import org.jspecify.annotations.Nullable;

/**
 * Hands the weights of a student model to its script, which packs them for the processor. Matrices
 * that read the same input are joined into one. The file keeps a matrix transposed, [out, in], so
 * to join is to put one after the other. One thread, one load.
 */
final class BergamotWeights {

    /** Inputs of seven bits are rounded twice as coarsely as the file says for eight. */
    private static final int COARSENESS = Processor.addsProductsWide() ? 1 : 2;

    private final MarianFile file;
    private final BergamotArchitecture architecture;
    private final TorchScript script;
    private final int bytesPerWeight;
    private long nativeBytes;

    private BergamotWeights(
            MarianFile file,
            BergamotArchitecture architecture,
            TorchScript script,
            Precision precision) {
        this.file = file;
        this.architecture = architecture;
        this.script = script;
        this.bytesPerWeight = precision == Precision.INT8 ? 1 : Float.BYTES;
    }

    /** A script with weights in it, and the memory it takes outside the heap. */
    record Loaded(TorchScript script, long nativeBytes) {}

    /**
     * Loads a model.
     *
     * @param longest positions the model is to have
     * @param shortlisted whether every batch will come with a shortlist
     */
    static Loaded load(
            MarianFile file,
            BergamotArchitecture architecture,
            Precision precision,
            int longest,
            boolean shortlisted) {
        TorchScript script =
                TorchScript.load("bergamot", attributes(file, architecture, precision));
        try {
            BergamotWeights weights = new BergamotWeights(file, architecture, script, precision);
            weights.encoder();
            weights.decoder();
            weights.vocabulary(longest, !shortlisted);
            return new Loaded(script, weights.nativeBytes);
        } catch (RuntimeException e) {
            script.close();
            throw e;
        }
    }

    private static Map<String, Object> attributes(
            MarianFile file, BergamotArchitecture architecture, Precision precision) {
        return Map.of(
                "heads", (long) BergamotArchitecture.HEADS,
                "width", (long) architecture.width(),
                "encoders", (long) architecture.encoders(),
                "decoders", (long) architecture.decoders(),
                "integer", precision == Precision.INT8,
                "zero", 128L / COARSENESS,
                "target", (long) tables(file).indexOf(BergamotArchitecture.embeddings(file).get(1)),
                "output_scale", outputScale(file));
    }

    private static List<String> tables(MarianFile file) {
        return BergamotArchitecture.embeddings(file).stream().distinct().toList();
    }

    /** Columns chosen by a shortlist have no name in Marian, nor has its scale of their input. */
    private static double outputScale(MarianFile file) {
        String output = BergamotArchitecture.output(file);
        double own = output == null ? 0 : inputScale(file, List.of(output));
        return own > 0 ? own : inputScale(file, List.of("none"));
    }

    private void encoder() {
        int width = architecture.width();
        for (int layer = 1; layer <= architecture.encoders(); layer++) {
            String name = "encoder_l" + layer + "_";
            linear(width, width, name + "self_q", name + "self_k", name + "self_v");
            linear(width, width, name + "self_o");
            feedForward(name);
            norm(name + "self_Wo_ln");
            norm(name + "ffn_ffn_ln");
        }
    }

    private void decoder() {
        int width = architecture.width();
        String[] keysAndValues = new String[2 * architecture.decoders()];
        for (int layer = 0; layer < architecture.decoders(); layer++) {
            keysAndValues[2 * layer] = "decoder_l" + (layer + 1) + "_context_k";
            keysAndValues[2 * layer + 1] = "decoder_l" + (layer + 1) + "_context_v";
        }
        linear(width, width, keysAndValues);
        for (int layer = 1; layer <= architecture.decoders(); layer++) {
            String name = "decoder_l" + layer + "_";
            linear(width, width, name + "rnn_f", name + "rnn_");
            linear(width, width, name + "context_q");
            linear(width, width, name + "context_o");
            feedForward(name);
            norm(name + "rnn_ffn_ln");
            norm(name + "context_Wo_ln");
            norm(name + "ffn_ffn_ln");
        }
    }

    private void feedForward(String layer) {
        int inner = file.item(layer + "ffn_W1").shape()[1];
        linear(architecture.width(), inner, layer + "ffn_1");
        linear(inner, architecture.width(), layer + "ffn_2");
    }

    /** Joins matrices of one input. A name ends in what stands after the W and the b. */
    private void linear(int in, int out, String... names) {
        ByteBuffer weight = ByteBuffer.allocateDirect(names.length * in * out);
        double[] steps = new double[names.length * out];
        float[] bias = new float[names.length * out];
        for (int part = 0; part < names.length; part++) {
            MarianItem matrix = file.item(matrix(names[part]));
            matrix.require(in, out);
            double shrink = shrink(names[part]);
            Arrays.fill(steps, part * out, (part + 1) * out, shrink / matrix.multiplier());
            weight.put(matrix.integers());
            bias(names[part], out, shrink, bias, part * out);
        }
        List<String> matrices = Arrays.stream(names).map(BergamotWeights::matrix).toList();
        try (NativeCall call = new NativeCall()) {
            script.run(
                    call,
                    "add_linear",
                    call.tensor(weight.flip(), DataType.INT8, steps.length, in),
                    call.tensor(DoubleBuffer.wrap(steps), DataType.FLOAT64, steps.length),
                    call.floats(bias, bias.length),
                    call.number(inputScale(file, matrices)));
        }
        nativeBytes += (long) bytesPerWeight * weight.capacity() + (long) Float.BYTES * bias.length;
    }

    private static String matrix(String name) {
        int last = name.lastIndexOf('_') + 1;
        return name.substring(0, last) + "W" + name.substring(last);
    }

    /** Attention divides by the root of the depth: queries come divided. */
    private double shrink(String name) {
        boolean query = name.endsWith("self_q") || name.endsWith("context_q");
        return query
                ? 1 / Math.sqrt((double) architecture.width() / BergamotArchitecture.HEADS)
                : 1;
    }

    /** The SSRU's input has no bias; everything else has one. */
    private void bias(String name, int out, double shrink, float[] all, int from) {
        if (!name.endsWith("rnn_")) {
            int last = name.lastIndexOf('_') + 1;
            float[] bias = vector(name.substring(0, last) + "b" + name.substring(last), out);
            for (int i = 0; i < out; i++) {
                all[from + i] = (float) (bias[i] * shrink);
            }
        }
    }

    private void norm(String name) {
        float[] scale = vector(name + "_scale", architecture.width());
        float[] bias = vector(name + "_bias", architecture.width());
        try (NativeCall call = new NativeCall()) {
            IValue scales = call.floats(scale, scale.length);
            script.run(call, "add_norm", scales, call.floats(bias, bias.length));
        }
        nativeBytes += 2L * Float.BYTES * scale.length;
    }

    private float[] vector(String name, int length) {
        MarianItem item = file.item(name);
        item.require(1, length);
        return item.floats();
    }

    private void vocabulary(int longest, boolean packWhole) {
        int vocabulary = architecture.targetVocabulary();
        for (String name : tables(file)) {
            MarianItem table = file.item(name);
            table.require(table.shape()[0], architecture.width());
            table(table, table.shape()[0]);
        }
        String output = BergamotArchitecture.output(file);
        if (output != null) {
            MarianItem matrix = file.item(output);
            matrix.require(architecture.width(), vocabulary);
            table(matrix, vocabulary);
        }
        float[] bias = vector("decoder_ff_logit_out_b", vocabulary);
        try (NativeCall call = new NativeCall()) {
            script.run(
                    call,
                    "finish",
                    call.floats(bias, vocabulary),
                    call.number((long) longest),
                    call.flag(packWhole));
        }
        nativeBytes += (long) Float.BYTES * (vocabulary + longest * architecture.width());
        if (packWhole && bytesPerWeight == 1) {
            nativeBytes += (long) vocabulary * architecture.width();
        }
    }

    /** Adds a table of ids: embeddings, or an output layer, which the file keeps transposed. */
    private void table(MarianItem item, int ids) {
        try (NativeCall call = new NativeCall()) {
            IValue weight = call.tensor(item.integers(), DataType.INT8, ids, architecture.width());
            script.run(call, "add_embedding", weight, call.number(1.0 / item.multiplier()));
        }
        nativeBytes += (long) bytesPerWeight * item.length();
    }

    /**
     * The value of one unit of the input of these matrices; 0 where the file does not know one of
     * them. They share their input, so where they differ the widest range is taken.
     */
    private static double inputScale(MarianFile file, List<String> matrices) {
        double scale = 0;
        for (String matrix : matrices) {
            @Nullable MarianItem multiplier = file.find(matrix + "_QuantMultA");
            if (multiplier == null) {
                return 0;
            }
            scale = Math.max(scale, COARSENESS / multiplier.scalar());
        }
        return scale;
    }
}
