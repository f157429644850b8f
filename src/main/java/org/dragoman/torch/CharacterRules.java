package org.dragoman.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The precompiled normalisation rules of a SentencePiece file: byte strings, and what each becomes.
 * The left sides are a double-array trie of 32-bit units in the form of darts-clone, the right
 * sides zero-terminated strings. Immutable and thread-safe.
 *
 * @see <a href="https://github.com/s-yata/darts-clone">darts-clone</a>
 */
final class CharacterRules {
    /** Far longer than any rule of NFKC; bounds the work at each character in a damaged file. */
    private static final int LONGEST_RULE = 256;

    private static final int LABEL_MASK = 1 << 31 | 0xff;

    private final int[] units;
    private final byte[] texts;

    /**
     * A rule that applies.
     *
     * @param length bytes of input it takes
     * @param text where its replacement starts in {@link #replacement}'s terms
     */
    record Match(int length, int text) {}

    private CharacterRules(int[] units, byte[] texts) {
        this.units = units;
        this.texts = texts;
    }

    static CharacterRules none() {
        return new CharacterRules(new int[0], new byte[0]);
    }

    static CharacterRules read(SentencePieceFile file) {
        byte[] blob = file.normalization().charsmap();
        if (blob.length == 0) {
            return none();
        }
        ByteBuffer buffer = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        long size = blob.length < 4 ? -1 : buffer.getInt() & 0xffffffffL;
        if (size < 4 || size % 4 != 0 || size > blob.length - 4L) {
            throw file.fault("the normalisation rules are damaged");
        }
        int[] units = new int[(int) size / 4];
        buffer.asIntBuffer().get(units);
        byte[] texts = Arrays.copyOfRange(blob, 4 + (int) size, blob.length);
        if (longest(texts) > LONGEST_RULE) {
            throw file.fault("a normalisation rule writes more than " + LONGEST_RULE + " bytes");
        }
        return new CharacterRules(units, texts);
    }

    /** The rule with the longest left side that stands at {@code position}, if there is one. */
    @Nullable Match match(byte[] input, int position) {
        if (units.length == 0) {
            return null;
        }
        Match longest = null;
        int node = offset(units[0]);
        int end = Math.min(input.length, position + LONGEST_RULE);
        for (int i = position; i < end; i++) {
            int label = input[i] & 0xff;
            node ^= label;
            if (node >= units.length || (units[node] & LABEL_MASK) != label) {
                break;
            }
            int unit = units[node];
            node ^= offset(unit);
            if ((unit >>> 8 & 1) == 1 && node < units.length) {
                longest = new Match(i + 1 - position, units[node] & Integer.MAX_VALUE);
            }
        }
        return longest;
    }

    /** What the rule writes, in UTF-8; may be empty. */
    byte[] replacement(Match match) {
        int start = Math.min(match.text(), texts.length);
        int end = start;
        while (end < texts.length && texts[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(texts, start, end);
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & 1 << 9) >>> 6);
    }

    private static int longest(byte[] texts) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i <= texts.length; i++) {
            if (i == texts.length || texts[i] == 0) {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return longest;
    }
}
