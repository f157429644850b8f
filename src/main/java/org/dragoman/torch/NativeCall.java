package org.dragoman.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The native values of one call into a {@link TorchScript}: what is made here or comes back here is
 * freed when this closes, whatever happened between. One thread.
 *
 * <p>A tensor made here may borrow the memory of the buffer it was made from: a script that keeps
 * one longer than the call clones it.
 */
final class NativeCall implements AutoCloseable {

    private final NDManager arrays = TorchEngine.arrays();
    private final Deque<IValue> values = new ArrayDeque<>();

    NativeCall() {
        NativeHandles.opened();
    }

    IValue ints(int[] values, long... shape) {
        return tensor(IntBuffer.wrap(values), DataType.INT32, shape);
    }

    IValue longs(long[] values, long... shape) {
        return tensor(LongBuffer.wrap(values), DataType.INT64, shape);
    }

    /** A tensor of one dimension. */
    IValue vector(long[] values) {
        return longs(values, values.length);
    }

    IValue vector(int[] values) {
        return vector(Arrays.stream(values).asLongStream().toArray());
    }

    IValue floats(float[] values, long... shape) {
        return tensor(FloatBuffer.wrap(values), DataType.FLOAT32, shape);
    }

    /** A tensor of a buffer's remaining elements, in native byte order. */
    IValue tensor(Buffer buffer, DataType type, long... shape) {
        NDArray array = arrays.create(buffer, new Shape(shape), type);
        return own(IValue.from((PtNDArray) array));
    }

    IValue number(long value) {
        return own(IValue.from(value));
    }

    IValue number(double value) {
        return own(IValue.from(value));
    }

    IValue flag(boolean value) {
        return own(IValue.from(value));
    }

    /** A {@code List[int]}. */
    IValue list(long... values) {
        return own(IValue.listFrom(values));
    }

    /** A {@code List[Tensor]} of tensors of this call. */
    IValue list(List<IValue> tensors) {
        return own(IValue.listFrom(tensors.toArray(IValue[]::new)));
    }

    /** Takes over a value: it is freed with this call. */
    IValue own(IValue value) {
        NativeHandles.opened();
        values.push(value);
        return value;
    }

    /** Hands a value of this call to whoever asks, who closes it by {@link #release}. */
    IValue keep(IValue value) {
        if (!values.remove(value)) {
            throw new IllegalArgumentException("The value is not of this call");
        }
        return value;
    }

    /** Frees a value that was kept. */
    static void release(IValue value) {
        value.close();
        NativeHandles.closed();
    }

    long[] longs(IValue tensor) {
        return array(tensor).toLongArray();
    }

    float[] floats(IValue tensor) {
        return array(tensor).toFloatArray();
    }

    /** The elements of a tuple, freed with this call. */
    IValue[] elements(IValue tuple) {
        IValue[] elements = tuple.toIValueTuple();
        for (IValue element : elements) {
            own(element);
        }
        return elements;
    }

    private NDArray array(IValue tensor) {
        return tensor.toTensor((PtNDManager) arrays);
    }

    @Override
    public void close() {
        while (!values.isEmpty()) {
            release(values.pop());
        }
        arrays.close();
        NativeHandles.closed();
    }
}
