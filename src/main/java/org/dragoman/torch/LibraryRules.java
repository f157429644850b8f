package org.dragoman.torch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/**
 * Looks over the normalisation rules of a {@code tokenizer.json} before the tokenizers library
 * does: it ends the process when they are damaged. The form is that of {@link CharacterRules}.
 */
final class LibraryRules {
    private static final String RULES = "precompiled_charsmap";
    private static final int LABEL = 1 << 31 | 0xff;

    private final int[] units;
    private final ByteBuffer texts;

    private LibraryRules(byte[] rules) throws CharacterCodingException {
        ByteBuffer buffer = ByteBuffer.wrap(rules).order(ByteOrder.LITTLE_ENDIAN);
        int size = rules.length < 4 ? -1 : buffer.getInt();
        if (size < 4 || size % 4 != 0 || size > buffer.remaining()) {
            throw new CharacterCodingException();
        }
        this.units = new int[size / 4];
        buffer.asIntBuffer().get(units);
        this.texts = buffer.slice(4 + size, rules.length - 4 - size);
        StandardCharsets.UTF_8.newDecoder().decode(texts.duplicate());
    }

    /**
     * @throws org.dragoman.failure.DragomanException model-unavailable when they are damaged
     */
    static void check(byte[] json, Path file) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && RULES.equals(parser.currentName())) {
                    check(parser.getText(), file);
                }
            }
        } catch (IOException failure) {
            throw FileFault.in(file, "cannot be read as JSON", failure);
        }
    }

    private static void check(String base64, Path file) {
        try {
            byte[] rules = base64.length() % 4 == 0 ? Base64.getDecoder().decode(base64) : null;
            if (rules == null || (rules.length > 0 && !new LibraryRules(rules).isWhole())) {
                throw FileFault.in(file, "the normalisation rules are damaged");
            }
        } catch (CharacterCodingException | IllegalArgumentException damaged) {
            throw FileFault.in(file, "the normalisation rules are damaged", damaged);
        }
    }

    /** Whether every way through the trie stays in it, and every rule writes a text there is. */
    private boolean isWhole() {
        BitSet seen = new BitSet();
        Deque<Integer> nodes = new ArrayDeque<>();
        nodes.add(offset(units[0]));
        while (!nodes.isEmpty()) {
            int node = nodes.remove();
            if (!seen.get(node)) {
                seen.set(node);
                if (!follow(node, nodes)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds the nodes after this one; false when a way from it is not whole. */
    private boolean follow(int node, Deque<Integer> nodes) {
        if ((node | 0xff) >= units.length) {
            return false;
        }
        for (int label = 1; label < 256; label++) {
            int unit = units[node ^ label];
            if ((unit & LABEL) == label) {
                int next = node ^ label ^ offset(unit);
                if ((unit >>> 8 & 1) == 1 && !writes(next)) {
                    return false;
                }
                nodes.add(next);
            }
        }
        return true;
    }

    private boolean writes(int node) {
        if (node >= units.length) {
            return false;
        }
        int text = units[node] & Integer.MAX_VALUE;
        return text < texts.limit() && (texts.get(text) & 0xc0) != 0x80;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & 1 << 9) >>> 6);
    }
}
