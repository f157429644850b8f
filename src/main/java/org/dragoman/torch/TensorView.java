package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A tensor in a storage of which it need not take every number in turn. Immutable; its arrays are
 * not to be changed.
 *
 * @param start byte of the file with the first number
 * @param shape sizes, outermost first
 * @param strides from one number to the next in each dimension, in numbers
 * @param count of the numbers
 */
@SuppressWarnings("ArrayRecordComponent")
record TensorView(StoredType type, long start, long[] shape, long[] strides, long count) {

    /**
     * Checks a view against its storage.
     *
     * @param name of the tensor, for errors
     * @param storage where the storage lies in the file
     */
    static TensorView of(
            TensorFile file, String name, Pickled.Tensor tensor, ZipDirectory.Region storage) {
        StoredType type = tensor.storage().type();
        long count = StoredTensor.count(tensor.shape());
        if (count < 0 || (count > 0 && !fits(tensor, storage.size() / type.bytes()))) {
            throw file.damaged(FileFault.plain(name) + " passes the end of its storage");
        }
        if (count > tensor.storage().count()) {
            throw file.damaged(FileFault.plain(name) + " repeats its storage");
        }
        long before = count == 0 ? 0 : tensor.offset() * type.bytes();
        return new TensorView(
                type, storage.offset() + before, tensor.shape(), tensor.strides(), count);
    }

    /** Whether the view, which is not empty, takes only numbers the storage has. */
    private static boolean fits(Pickled.Tensor tensor, long numbers) {
        long room = tensor.offset() < 0 ? -1 : numbers - 1 - tensor.offset();
        for (int i = 0; i < tensor.shape().length && room >= 0; i++) {
            room -= reach(tensor.shape()[i] - 1, tensor.strides()[i], room);
        }
        return room >= 0;
    }

    /** Numbers passed over by steps of a stride; more than the room when that is too small. */
    private static long reach(long steps, long stride, long room) {
        if (steps == 0 || stride == 0) {
            return 0;
        }
        return stride < 0 || steps > room / stride ? room + 1 : steps * stride;
    }

    /** Whether two views are of the same numbers in the same order. */
    boolean isSame(TensorView other) {
        return type == other.type
                && start == other.start
                && Arrays.equals(shape, other.shape)
                && Arrays.equals(strides, other.strides);
    }

    /** The numbers in row-major order: mapped when they lie so, or copied outside the heap. */
    ByteBuffer bytes(TensorFile file, String name) {
        if (isContiguous()) {
            return file.map(start, count * type.bytes(), name);
        }
        long span = 1;
        for (int i = 0; i < shape.length; i++) {
            span += (shape[i] - 1) * strides[i];
        }
        return gathered(file.map(start, span * type.bytes(), name));
    }

    private boolean isContiguous() {
        long expected = 1;
        boolean contiguous = true;
        for (int i = shape.length - 1; i >= 0; i--) {
            contiguous &= shape[i] == 1 || strides[i] == expected;
            expected *= shape[i];
        }
        return contiguous || count == 0;
    }

    /** No longer than the storage, so of less than 2 GiB when that could be mapped. */
    private ByteBuffer gathered(ByteBuffer storage) {
        int size = type.bytes();
        ByteBuffer rows =
                ByteBuffer.allocateDirect(Math.toIntExact(count * size))
                        .order(ByteOrder.LITTLE_ENDIAN);
        long[] index = new long[shape.length];
        long at = 0;
        while (rows.hasRemaining()) {
            rows.put(rows.position(), storage, (int) (at * size), size);
            rows.position(rows.position() + size);
            at += next(index);
        }
        return rows.flip();
    }

    /** Moves an index on by one, the last dimension first; says how many numbers that is. */
    private long next(long[] index) {
        long moved = 0;
        for (int i = shape.length - 1; i >= 0; i--) {
            moved += strides[i];
            if (++index[i] < shape[i]) {
                return moved;
            }
            moved -= shape[i] * strides[i];
            index[i] = 0;
        }
        return moved;
    }
}
