package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * T5's own ways around its pieces: an end of sequence that is written out at the end of a text is
 * the one its row ends with, and with the newer rules a space is put before the text here, not by
 * the model. Immutable and thread-safe.
 */
final class T5Subwords implements Subwords {
    private final Subwords subwords;
    private final int end;
    private final @Nullable Spaced spaced;

    /**
     * The newer rules for white space.
     *
     * @param space id of the piece that is only a space, null when there is none
     * @param specials before which such a piece at the start of a text goes
     * @param prefixed whether a space is put before a text
     */
    record Spaced(@Nullable Integer space, Set<String> specials, boolean prefixed) {}

    /**
     * @param end id of the end of sequence
     * @param spaced null for the older rules
     */
    T5Subwords(Subwords subwords, int end, @Nullable Spaced spaced) {
        this.subwords = subwords;
        this.end = end;
        this.spaced = spaced;
    }

    @Override
    public Tokens encode(String text) {
        Tokens tokens =
                spaced == null || text.isEmpty() ? subwords.encode(text) : encode(text, spaced);
        int length = tokens.length();
        return length > 0 && tokens.ids()[length - 1] == end ? part(tokens, 0, length - 1) : tokens;
    }

    @Override
    public OptionalInt id(String item) {
        return subwords.id(item);
    }

    @Override
    public String decode(int[] ids) {
        return subwords.decode(ids);
    }

    @Override
    public void close() {
        subwords.close();
    }

    private Tokens encode(String text, Spaced rules) {
        String plain = text.replace(Piece.SPACE, " ");
        if (!rules.prefixed()) {
            return subwords.encode(plain);
        }
        Tokens tokens = subwords.encode(Piece.SPACE + plain);
        List<@Nullable Span> spans = new ArrayList<>(tokens.length());
        for (Span span : tokens.spans()) {
            spans.add(
                    span == null
                            ? null
                            : new Span(Math.max(0, span.start() - 1), Math.max(0, span.end() - 1)));
        }
        Tokens moved = new Tokens(tokens.ids(), spans);
        return startsWithLostSpace(plain, moved, rules) ? part(moved, 1, moved.length()) : moved;
    }

    private static boolean startsWithLostSpace(String text, Tokens tokens, Spaced rules) {
        if (tokens.length() < 2 || rules.space() == null || tokens.ids()[0] != rules.space()) {
            return false;
        }
        Span second = tokens.spans().get(1);
        return second != null && rules.specials().contains(second.in(text));
    }

    private static Tokens part(Tokens tokens, int from, int to) {
        return new Tokens(
                Arrays.copyOfRange(tokens.ids(), from, to), tokens.spans().subList(from, to));
    }
}
