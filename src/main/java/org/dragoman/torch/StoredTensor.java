package org.dragoman.torch;

/**
 * Where a tensor lies in its file. Immutable; its shape is not to be changed.
 *
 * @param shape sizes, outermost first; none for a scalar
 * @param offset of its first byte in the file
 * @param bytes it takes, as type and shape say
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredTensor(StoredType type, long[] shape, long offset, long bytes) {

    /**
     * How many numbers a shape holds; −1 when a size is negative or that is more than any file
     * holds. A size of 0 anywhere makes it 0, as long as the rest is sane.
     */
    static long count(long[] shape) {
        long count = 1;
        boolean empty = false;
        for (long size : shape) {
            empty |= size == 0;
            if (size < 0 || Math.multiplyHigh(count, Math.max(1, size)) != 0) {
                return -1;
            }
            count *= Math.max(1, size);
            if (count < 0 || count > 1L << 53) {
                return -1;
            }
        }
        return empty ? 0 : count;
    }
}
