package org.dragoman.torch;

import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.dragoman.model.Precision;

/**
 * Hands the tensors of a checkpoint to a script that includes {@code linear.py}, one layer at a
 * time: beside what the script has packed there is never more than one layer or table. Counts the
 * memory they take. One thread, one load.
 */
final class ScriptWeights {

    private final Checkpoint file;
    private final TorchScript script;
    private final Precision precision;
    private long bytes;

    ScriptWeights(Checkpoint file, TorchScript script, Precision precision) {
        this.file = file;
        this.script = script;
        this.precision = precision;
    }

    /** What scripts call a precision. */
    static long code(Precision precision) {
        return switch (precision) {
            case INT8 -> 0;
            case BF16 -> 1;
            case FP32 -> 2;
        };
    }

    /** Memory outside the heap that what was handed over takes. */
    long bytes() {
        return bytes;
    }

    /** A linear layer and its bias. */
    void linear(String name, int out, int in) {
        each(
                call ->
                        script.run(
                                call,
                                "add_linear",
                                floats(call, name + ".weight", out, in),
                                floats(call, name + ".bias", out)));
        count(1, out, in);
    }

    /**
     * Layers of one input as one layer.
     *
     * @param shrunk how many of them are queries
     */
    void joined(List<String> names, int width, int shrunk, int heads) {
        each(
                call ->
                        script.run(
                                call,
                                "add_joined",
                                call.list(
                                        names.stream()
                                                .map(n -> floats(call, n + ".weight", width, width))
                                                .toList()),
                                call.list(
                                        names.stream()
                                                .map(n -> floats(call, n + ".bias", width))
                                                .toList()),
                                call.number((long) shrunk),
                                call.number((long) heads)));
        count(names.size(), width, width);
    }

    /** Layers of one input and without biases as one layer, [out, in] each. */
    void bare(List<String> names, int out, int in) {
        each(
                call ->
                        script.run(
                                call,
                                "add_joined",
                                call.list(
                                        names.stream()
                                                .map(n -> floats(call, n + ".weight", out, in))
                                                .toList()),
                                call.list(List.of(call.floats(new float[0], 0))),
                                call.number(0L),
                                call.number(1L)));
        count(names.size(), out, in);
    }

    /** A layer norm. */
    void norm(String name, int width) {
        each(
                call ->
                        script.run(
                                call,
                                "add_norm",
                                floats(call, name + ".weight", width),
                                floats(call, name + ".bias", width)));
        bytes += 2L * Float.BYTES * width;
    }

    /** A norm that has a scale and no bias. */
    void scale(String name, int width) {
        each(call -> script.run(call, "add_scale", floats(call, name + ".weight", width)));
        bytes += (long) Float.BYTES * width;
    }

    /** An embedding table. */
    void table(String name, int rows, int width) {
        each(call -> script.run(call, "add_table", floats(call, name, rows, width)));
        count(1, rows, width);
    }

    /** Counts a layer or table; in int8 each row has its scale, and a layer's the sum of it. */
    void count(int parts, long out, long in) {
        bytes += parts * out * (Float.BYTES + in * precision.bytes());
        if (precision == Precision.INT8) {
            bytes += parts * out * 2 * Float.BYTES;
        }
    }

    /** Runs one hand-over and frees what it took. */
    static void each(Consumer<NativeCall> addition) {
        try (NativeCall call = new NativeCall()) {
            addition.accept(call);
        }
    }

    /**
     * A tensor in float32. It borrows the file's memory when it is stored so; numbers of 16 bits
     * are widened by the script, since Java bounds the memory it allocates outside its heap.
     */
    IValue floats(NativeCall call, String name, long... shape) {
        ByteBuffer numbers = file.numbers(name, shape);
        StoredType type = file.type(name);
        if (type == StoredType.F32) {
            return call.tensor(numbers, DataType.FLOAT32, shape);
        }
        // DJL knows no int16, and ends the process when asked for one.
        long[] bytes = shape.clone();
        bytes[shape.length - 1] *= Short.BYTES;
        IValue halves = call.tensor(numbers, DataType.INT8, bytes);
        return script.run(call, "widen", halves, call.flag(type == StoredType.BF16));
    }
}
