package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.dragoman.failure.DragomanException;

/**
 * The named tensors of a model, in one file or more. Everything a file says of itself is held
 * against its size before anything is made of it; tensors are mapped, not read, so they take no
 * heap. Buffers outlive {@link #close}. One thread.
 */
interface Checkpoint extends AutoCloseable {

    /**
     * Opens the weights of a folder in the hub's layout: the first there is of {@code
     * model.safetensors}, {@code pytorch_model.bin} and their indexes {@code *.index.json},
     * safetensors before pickles.
     *
     * @throws DragomanException model-unavailable, naming the file and what is wrong with it
     */
    static Checkpoint open(Path directory) {
        Path safe = directory.resolve("model.safetensors");
        Path safeIndex = directory.resolve("model.safetensors.index.json");
        Path pickled = directory.resolve("pytorch_model.bin");
        Path pickledIndex = directory.resolve("pytorch_model.bin.index.json");
        if (Files.exists(safe)) {
            return SafeTensors.open(safe);
        }
        if (Files.exists(safeIndex)) {
            return ShardedCheckpoint.open(safeIndex, SafeTensors::open);
        }
        if (Files.exists(pickled)) {
            return PickledTensors.open(pickled);
        }
        if (Files.exists(pickledIndex)) {
            return ShardedCheckpoint.open(pickledIndex, PickledTensors::open);
        }
        throw FileFault.in(directory, "holds neither model.safetensors nor pytorch_model.bin");
    }

    boolean has(String name);

    /** The names of all tensors. */
    Set<String> names();

    /**
     * The type the numbers are stored in.
     *
     * @throws DragomanException model-unavailable when there is no such tensor
     */
    StoredType type(String name);

    /**
     * Sizes, outermost first; none for a scalar.
     *
     * @throws DragomanException model-unavailable when there is no such tensor
     */
    long[] shape(String name);

    /**
     * A tensor's numbers as they are stored, little endian, in row-major order.
     *
     * @throws DragomanException model-unavailable when there is no such tensor, or it is larger
     *     than a buffer can be (2 GiB)
     */
    ByteBuffer bytes(String name);

    /** Whether two names stand for one tensor: the same bytes of the same file, in one shape. */
    boolean same(String one, String other);

    /** What to throw when these tensors cannot be used. */
    DragomanException damaged(String problem);

    @Override
    void close();

    /**
     * A tensor of floating-point numbers of 16 or 32 bits as they are stored, see {@link #bytes}.
     *
     * @throws DragomanException model-unavailable when it is missing, has another shape or another
     *     type, or is larger than a buffer can be (2 GiB)
     */
    default ByteBuffer numbers(String name, long... shape) {
        if (!has(name)) {
            throw damaged("has no tensor " + name);
        }
        if (!Arrays.equals(shape(name), shape)) {
            throw damaged(name + " has an unexpected shape");
        }
        StoredType type = type(name);
        if (!type.isFloat()) {
            throw damaged(name + " has the type " + type + ", not a float");
        }
        return bytes(name);
    }

    /**
     * A tensor in float32, little endian, in row-major order; mapped where it is stored so, and
     * otherwise widened outside the heap: for small ones, since Java bounds that memory.
     *
     * @throws DragomanException model-unavailable as {@link #numbers}
     */
    default ByteBuffer floats(String name, long... shape) {
        ByteBuffer stored = numbers(name, shape);
        StoredType type = type(name);
        if (stored.remaining() / type.bytes() > Integer.MAX_VALUE / Float.BYTES) {
            throw damaged(name + " is larger than 2 GiB");
        }
        return type.widen(stored);
    }
}
