package org.dragoman.torch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the pickle of a checkpoint is made of. Tables can hold themselves, so values are never
 * compared, hashed or printed.
 */
sealed interface Pickled {

    /** Where a tuple or a run of entries begins on the stack. */
    enum Mark implements Pickled {
        MARK
    }

    /** None, a flag or a fraction: things of which only the presence counts. */
    enum Scalar implements Pickled {
        SCALAR
    }

    /** A whole number. */
    record Whole(long value) implements Pickled {}

    /** A string. */
    record Text(String value) implements Pickled {}

    /** A tuple; never holds itself. */
    record Tuple(List<Pickled> items) implements Pickled {}

    /** A dict or an OrderedDict with strings for keys. The map grows while the pickle is read. */
    record Table(Map<String, Pickled> entries) implements Pickled {
        Table() {
            this(new HashMap<>(0));
        }
    }

    /** A function or class that may be named. */
    record Global(PickleGlobal value) implements Pickled {}

    /**
     * Numbers in a member of the archive.
     *
     * @param key the member's name, after {@code data/}
     * @param count of the numbers
     */
    record Storage(StoredType type, String key, long count) implements Pickled {}

    /**
     * A view of a storage, unchecked.
     *
     * @param offset of the first number in the storage
     * @param strides from one number to the next in each dimension, in numbers
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Tensor(Storage storage, long offset, long[] shape, long[] strides) implements Pickled {}
}
