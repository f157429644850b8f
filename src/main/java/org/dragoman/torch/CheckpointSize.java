package org.dragoman.torch;

import java.nio.file.Path;
import java.util.Arrays;
import org.dragoman.model.Precision;

/** What a checkpoint will take in memory, told from its header without reading its numbers. */
final class CheckpointSize {
    private CheckpointSize() {}

    /**
     * Bytes outside the heap of the weights in a directory: matrices in the precision, vectors in
     * float32. In int8 the output layer is packed beside the table it shares with the embedding,
     * which is the largest matrix of a model that writes.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    static long in(Path directory, Precision precision) {
        long bytes = 0;
        long largest = 0;
        try (Checkpoint file = Checkpoint.open(directory)) {
            for (String name : file.names()) {
                long[] shape = file.shape(name);
                long numbers = Arrays.stream(shape).reduce(1, Math::multiplyExact);
                boolean matrix = shape.length > 1;
                bytes += numbers * (matrix ? precision.bytes() : Float.BYTES);
                largest = matrix ? Math.max(largest, numbers) : largest;
            }
        }
        return precision == Precision.INT8 ? bytes + largest : bytes;
    }
}
