package org.dragoman.torch;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The opcodes {@code torch.save} writes in the protocols 2 to 5; no others are obeyed. Source:
 * CPython, {@code Lib/pickletools.py}.
 */
enum PickleOpcode {
    PROTO(0x80, pickle -> pickle.skip(1)),
    FRAME(0x95, pickle -> pickle.skip(Long.BYTES)),
    MARK('(', pickle -> pickle.stack().push(Pickled.Mark.MARK)),
    NONE('N', pickle -> pickle.stack().push(Pickled.Scalar.SCALAR)),
    NEWTRUE(0x88, pickle -> pickle.stack().push(Pickled.Scalar.SCALAR)),
    NEWFALSE(0x89, pickle -> pickle.stack().push(Pickled.Scalar.SCALAR)),
    BINFLOAT('G', PickleReader::fraction),
    BININT1('K', pickle -> pickle.number(pickle.u8())),
    BININT2('M', pickle -> pickle.number(pickle.u16())),
    BININT('J', pickle -> pickle.number(pickle.i32())),
    LONG1(0x8a, pickle -> pickle.longNumber(pickle.u8())),
    LONG4(0x8b, pickle -> pickle.longNumber(pickle.i32())),
    SHORT_BINUNICODE(0x8c, pickle -> pickle.text(pickle.u8())),
    BINUNICODE('X', pickle -> pickle.text(pickle.i32() & 0xffffffffL)),
    BINUNICODE8(0x8d, pickle -> pickle.text(pickle.i64())),
    EMPTY_TUPLE(')', pickle -> pickle.stack().tuple(0)),
    TUPLE1(0x85, pickle -> pickle.stack().tuple(1)),
    TUPLE2(0x86, pickle -> pickle.stack().tuple(2)),
    TUPLE3(0x87, pickle -> pickle.stack().tuple(3)),
    TUPLE('t', pickle -> pickle.stack().tuple(pickle.stack().sinceMark())),
    EMPTY_DICT('}', pickle -> pickle.stack().push(new Pickled.Table())),
    SETITEM('s', pickle -> pickle.stack().setItems(2)),
    SETITEMS('u', pickle -> pickle.stack().setItems(pickle.stack().sinceMark())),
    BINPUT('q', pickle -> pickle.stack().remember(pickle.u8())),
    LONG_BINPUT('r', pickle -> pickle.stack().remember(pickle.i32())),
    MEMOIZE(0x94, pickle -> pickle.stack().remember()),
    BINGET('h', pickle -> pickle.stack().recall(pickle.u8())),
    LONG_BINGET('j', pickle -> pickle.stack().recall(pickle.i32())),
    GLOBAL('c', PickleReader::global),
    STACK_GLOBAL(0x93, PickleReader::stackGlobal),
    BINPERSID('Q', PickleReader::storage),
    REDUCE('R', PickleReader::reduce),
    BUILD('b', PickleReader::build);

    private static final @Nullable PickleOpcode[] BY_CODE = new PickleOpcode[256];

    static {
        for (PickleOpcode opcode : values()) {
            BY_CODE[opcode.code] = opcode;
        }
    }

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // method references without state
    private final Consumer<PickleReader> action;

    PickleOpcode(int code, Consumer<PickleReader> action) {
        this.code = code;
        this.action = action;
    }

    /** The opcode of a byte, 0 to 255; null when it is not obeyed. */
    static @Nullable PickleOpcode of(int code) {
        return BY_CODE[code];
    }

    void obey(PickleReader pickle) {
        action.accept(pickle);
    }
}
