package org.dragoman.torch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a module's attributes as a pickle, protocol 2: one object of one class, its state set. */
final class ScriptPickle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    ScriptPickle(String module) throws IOException {
        out.write(new byte[] {(byte) 0x80, 2});
        out.writeBytes("c__torch__\n" + module + "\n)");
        out.write(0x81); // NEWOBJ
        out.writeBytes("}("); // the state: a dictionary, filled from here on
    }

    /**
     * Adds an attribute.
     *
     * @param type as the script declares it; lists start empty, {@code training} is false
     * @param value of any other attribute
     */
    void attribute(String name, String type, @Nullable Object value) throws IOException {
        string(name);
        if (type.equals("List[Tensor]")) {
            out.writeBytes("ctorch.jit._pickle\nbuild_tensorlist\n(]tR");
        } else if (type.startsWith("List[")) {
            out.write(']');
        } else if (name.equals("training")) {
            out.write(0x89); // NEWFALSE
        } else {
            scalar(name, value);
        }
    }

    private void scalar(String name, @Nullable Object value) throws IOException {
        if (value instanceof Boolean flag) {
            out.write(flag ? 0x88 : 0x89); // NEWTRUE, NEWFALSE
        } else if (value instanceof Long number) {
            out.write('J'); // BININT
            out.writeInt(Integer.reverseBytes(Math.toIntExact(number)));
        } else if (value instanceof Double number) {
            out.write('G'); // BINFLOAT
            out.writeDouble(number);
        } else {
            throw new IllegalArgumentException("The attribute " + name + " has no value: " + value);
        }
    }

    private void string(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write('X'); // BINUNICODE
        out.writeInt(Integer.reverseBytes(utf8.length));
        out.write(utf8);
    }

    /** The finished pickle. */
    byte[] bytes() throws IOException {
        out.writeBytes("ub.");
        return bytes.toByteArray();
    }
}
