package org.dragoman.torch;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.failure.DragomanException;

/**
 * Reads the pickle of a checkpoint: a table of tensors. It can build tables, tuples, numbers,
 * strings and tensors and nothing else; any other class or function is refused by name and never
 * looked for. Heap is bounded by the number of steps, time by the pickle's length. One use.
 */
final class PickleReader {
    /** Bytes of a pickle at most; a tensor takes about 200. */
    static final int LARGEST = 4 << 20;

    /** A tensor takes about 40. */
    private static final int MOST_STEPS = 1 << 19;

    private static final int LONGEST_GLOBAL = 256;
    private static final int STOP = '.';

    private final ByteBuffer in;
    private final PickleStack stack;

    private PickleReader(TensorFile file, ByteBuffer in) {
        this.in = in;
        this.stack = new PickleStack(file);
    }

    /**
     * Reads a whole pickle.
     *
     * @param file named in errors
     * @param pickle little endian, of at most {@link #LARGEST} bytes
     * @throws DragomanException model-unavailable when it is anything but a table of tensors
     */
    static Map<String, Pickled.Tensor> read(TensorFile file, ByteBuffer pickle) {
        PickleReader reader = new PickleReader(file, pickle);
        try {
            return reader.tensors(reader.run());
        } catch (BufferUnderflowException end) {
            throw reader.stack.damaged("is cut short");
        }
    }

    private Pickled run() {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            int code = u8();
            if (code == STOP) {
                return stack.pop();
            }
            PickleOpcode opcode = PickleOpcode.of(code);
            if (opcode == null) {
                throw stack.damaged("holds the opcode 0x" + Integer.toHexString(code));
            }
            opcode.obey(this);
        }
        throw stack.damaged("takes too many steps");
    }

    private Map<String, Pickled.Tensor> tensors(Pickled root) {
        if (!(root instanceof Pickled.Table table)) {
            throw stack.damaged("is no table of tensors");
        }
        Map<String, Pickled.Tensor> tensors = new HashMap<>();
        table.entries()
                .forEach(
                        (name, value) -> {
                            if (value instanceof Pickled.Tensor tensor) {
                                tensors.put(name, tensor);
                            } else if (!(value instanceof Pickled.Scalar)) {
                                throw stack.damaged(
                                        "holds " + FileFault.plain(name) + ", which is no tensor");
                            }
                        });
        return tensors;
    }

    PickleStack stack() {
        return stack;
    }

    int u8() {
        return in.get() & 0xff;
    }

    int u16() {
        return in.getShort() & 0xffff;
    }

    int i32() {
        return in.getInt();
    }

    long i64() {
        return in.getLong();
    }

    void skip(int length) {
        slice(length);
    }

    void number(long value) {
        stack.push(new Pickled.Whole(value));
    }

    void fraction() {
        skip(Double.BYTES);
        stack.push(Pickled.Scalar.SCALAR);
    }

    /** A number of this many bytes, two's complement. */
    void longNumber(int length) {
        if (length < 0 || length > Long.BYTES) {
            throw stack.damaged("holds a number of " + length + " bytes");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= (long) u8() << (8 * i);
        }
        int unused = Long.SIZE - 8 * length;
        number(length == 0 ? 0 : value << unused >> unused);
    }

    void text(long length) {
        stack.push(new Pickled.Text(StandardCharsets.UTF_8.decode(slice(length)).toString()));
    }

    void global() {
        String module = line();
        global(module, line());
    }

    void stackGlobal() {
        if (stack.pop() instanceof Pickled.Text name
                && stack.pop() instanceof Pickled.Text module) {
            global(module.value(), name.value());
        } else {
            throw stack.damaged("names a global by what is no string");
        }
    }

    private void global(String module, String name) {
        PickleGlobal global = PickleGlobal.of(module, name);
        if (global == null) {
            throw stack.damaged(
                    "names " + FileFault.plain(module + "." + name) + ", which is never called");
        }
        stack.push(new Pickled.Global(global));
    }

    /** A storage, from {@code ('storage', type, key, location, count)}. */
    void storage() {
        List<Pickled> parts = items(stack.pop());
        if (parts.size() == 5
                && parts.get(0) instanceof Pickled.Text kind
                && kind.value().equals("storage")
                && parts.get(1) instanceof Pickled.Global type
                && type.value().type() != null
                && parts.get(2) instanceof Pickled.Text key
                && parts.get(4) instanceof Pickled.Whole count) {
            stack.push(new Pickled.Storage(type.value().type(), key.value(), count.value()));
        } else {
            throw stack.damaged("refers to something that is no storage");
        }
    }

    void reduce() {
        List<Pickled> arguments = items(stack.pop());
        Pickled made =
                stack.pop() instanceof Pickled.Global called
                        ? called.value().call(arguments)
                        : null;
        if (made == null) {
            throw stack.damaged("makes a call that no checkpoint makes");
        }
        stack.push(made);
    }

    /** Attributes of a table, such as the versions of a model's modules: not needed. */
    void build() {
        stack.pop();
        if (!(stack.top() instanceof Pickled.Table)) {
            throw stack.damaged("sets attributes of what is no table");
        }
    }

    private List<Pickled> items(Pickled value) {
        if (value instanceof Pickled.Tuple tuple) {
            return tuple.items();
        }
        throw stack.damaged("has no tuple where one belongs");
    }

    private String line() {
        StringBuilder line = new StringBuilder();
        for (int next = u8(); next != '\n'; next = u8()) {
            if (line.length() == LONGEST_GLOBAL) {
                throw stack.damaged("names " + FileFault.plain(line.toString()));
            }
            line.append((char) next);
        }
        return line.toString();
    }

    private ByteBuffer slice(long length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer slice = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return slice;
    }
}
