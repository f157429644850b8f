package org.dragoman.torch;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions and classes a checkpoint may name: those that {@code torch.save} needs for a table
 * of tensors. Nothing else is ever called. Source: PyTorch, {@code torch/_utils.py} and {@code
 * torch/serialization.py}.
 */
enum PickleGlobal {
    ORDERED_DICT("collections.OrderedDict", null) {
        @Override
        @Nullable Pickled call(List<Pickled> arguments) {
            return arguments.isEmpty() ? new Pickled.Table() : null;
        }
    },
    TENSOR("torch._utils._rebuild_tensor_v2", null) {
        @Override
        @Nullable Pickled call(List<Pickled> arguments) {
            return arguments.size() < 6 || arguments.size() > 7 ? null : tensor(arguments);
        }
    },
    PARAMETER("torch._utils._rebuild_parameter", null) {
        @Override
        @Nullable Pickled call(List<Pickled> arguments) {
            return arguments.size() == 3 && arguments.get(0) instanceof Pickled.Tensor tensor
                    ? tensor
                    : null;
        }
    },
    SIZE("torch.Size", null) {
        @Override
        @Nullable Pickled call(List<Pickled> arguments) {
            return arguments.size() == 1 && arguments.get(0) instanceof Pickled.Tuple sizes
                    ? sizes
                    : null;
        }
    },
    FLOAT("torch.FloatStorage", StoredType.F32),
    HALF("torch.HalfStorage", StoredType.F16),
    BFLOAT16("torch.BFloat16Storage", StoredType.BF16),
    DOUBLE("torch.DoubleStorage", StoredType.F64),
    LONG("torch.LongStorage", StoredType.I64),
    INT("torch.IntStorage", StoredType.I32),
    SHORT("torch.ShortStorage", StoredType.I16),
    CHAR("torch.CharStorage", StoredType.I8),
    BYTE("torch.ByteStorage", StoredType.U8),
    BOOL("torch.BoolStorage", StoredType.BOOL);

    /** Dimensions a tensor has at most. */
    private static final int MOST_DIMENSIONS = 16;

    private final String qualified;
    private final @Nullable StoredType type;

    PickleGlobal(String qualified, @Nullable StoredType type) {
        this.qualified = qualified;
        this.type = type;
    }

    /** The global of a module and a name; null when it is not allowed. */
    static @Nullable PickleGlobal of(String module, String name) {
        return Arrays.stream(values())
                .filter(global -> global.qualified.equals(module + "." + name))
                .findFirst()
                .orElse(null);
    }

    /** The type of a storage's numbers; null when this is no storage. */
    @Nullable StoredType type() {
        return type;
    }

    /** What a call gives; null when it cannot be made with these arguments. */
    @Nullable Pickled call(List<Pickled> arguments) {
        return null;
    }

    private static @Nullable Pickled tensor(List<Pickled> arguments) {
        long[] shape = numbers(arguments.get(2));
        long[] strides = numbers(arguments.get(3));
        return arguments.get(0) instanceof Pickled.Storage storage
                        && arguments.get(1) instanceof Pickled.Whole offset
                        && shape != null
                        && strides != null
                        && shape.length == strides.length
                ? new Pickled.Tensor(storage, offset.value(), shape, strides)
                : null;
    }

    @SuppressWarnings("ReturnsNullCollection")
    private static long @Nullable [] numbers(Pickled value) {
        if (!(value instanceof Pickled.Tuple tuple) || tuple.items().size() > MOST_DIMENSIONS) {
            return null;
        }
        long[] numbers = new long[tuple.items().size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(tuple.items().get(i) instanceof Pickled.Whole number)) {
                return null;
            }
            numbers[i] = number.value();
        }
        return numbers;
    }
}
