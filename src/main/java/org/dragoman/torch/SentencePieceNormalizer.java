package org.dragoman.torch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes a text ready for the pieces as SentencePiece does: the file's rules, longest first; spaces
 * collapsed and written as {@link Piece#SPACE}; one put before the text. Immutable and thread-safe.
 */
final class SentencePieceNormalizer {
    private static final byte[] PLAIN_SPACE = {' '};

    private final CharacterRules rules;
    private final PieceTrie verbatim;
    private final SentencePieceFile.Normalization options;
    private final byte[] space;

    /**
     * @param verbatim texts that are passed through as they are
     */
    SentencePieceNormalizer(SentencePieceFile file, PieceTrie verbatim) {
        this.rules = CharacterRules.read(file);
        this.verbatim = verbatim;
        this.options = file.normalization();
        this.space =
                options.escapeSpaces() ? Piece.SPACE.getBytes(StandardCharsets.UTF_8) : PLAIN_SPACE;
    }

    NormalizedText normalize(String text) {
        Utf8 input = Utf8.of(text);
        NormalizedText output = new NormalizedText(input.bytes().length + 16);
        if (options.dummyPrefix() && !text.isEmpty()) {
            output.append(space, 0, 0);
        }
        boolean afterSpace = options.collapseSpaces();
        int position = 0;
        while (position < input.bytes().length) {
            CharacterRules.Match match = match(input.bytes(), position);
            int next = position + match.length();
            byte[] written = written(input.bytes(), position, match);
            int from = afterSpace ? leadingSpaces(written) : 0;
            write(output, written, from, input.offsets()[position], input.offsets()[next]);
            if (from < written.length) {
                afterSpace = options.collapseSpaces() && written[written.length - 1] == ' ';
            }
            position = next;
        }
        if (options.collapseSpaces()) {
            output.stripEnd(space);
        }
        return output;
    }

    /** The verbatim text, the rule or, with text −1, the one character that stands here. */
    private CharacterRules.Match match(byte[] input, int position) {
        int kept = verbatimLength(input, position);
        if (kept > 0) {
            return new CharacterRules.Match(kept, -1);
        }
        CharacterRules.Match rule = rules.match(input, position);
        int rest = input.length - position;
        return rule != null
                ? rule
                : new CharacterRules.Match(Math.min(rest, Utf8.length(input[position])), -1);
    }

    private int verbatimLength(byte[] input, int position) {
        int longest = 0;
        int node = verbatim.isEmpty() ? PieceTrie.NONE : PieceTrie.ROOT;
        for (int i = position; i < input.length && node != PieceTrie.NONE; i++) {
            node = verbatim.child(node, input[i]);
            if (node != PieceTrie.NONE && verbatim.id(node) != PieceTrie.NONE) {
                longest = i + 1 - position;
            }
        }
        return longest;
    }

    private byte[] written(byte[] input, int position, CharacterRules.Match match) {
        return match.text() < 0
                ? Arrays.copyOfRange(input, position, position + match.length())
                : rules.replacement(match);
    }

    private void write(NormalizedText output, byte[] written, int from, int start, int end) {
        for (int i = from; i < written.length; i++) {
            if (written[i] == ' ') {
                output.append(space, start, end);
            } else {
                output.append(written[i], start, end);
            }
        }
    }

    private static int leadingSpaces(byte[] text) {
        int count = 0;
        while (count < text.length && text[count] == ' ') {
            count++;
        }
        return count;
    }
}
