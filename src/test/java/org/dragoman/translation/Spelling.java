package org.dragoman.translation;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** One token a code point, and one unknown for those that are not spelled. */
final class Spelling implements Tokenizer {
    static final int EOS = 0;
    private static final int UNKNOWN = 1;
    private static final String SPELLS = "áàâãéêíóôõúüçÁÀÂÃÉÊÍÓÔÕÚÜÇºª°…";

    private final boolean everything;

    Spelling(boolean everything) {
        this.everything = everything;
    }

    IntStream ids(String text) {
        return text.codePoints().map(at -> spells(at) ? at + 2 : UNKNOWN);
    }

    private boolean spells(int sign) {
        if (everything) {
            return Character.getType(sign) != Character.PRIVATE_USE;
        }
        return sign < 0x80 ? sign != '@' && sign != '#' : SPELLS.indexOf(sign) >= 0;
    }

    @Override
    public Tokens encode(String text, Direction direction) {
        int[] ids = IntStream.concat(ids(text), IntStream.of(EOS)).toArray();
        return new Tokens(ids, Collections.nCopies(ids.length, (@Nullable Span) null));
    }

    @Override
    public String decode(int[] ids) {
        StringBuilder text = new StringBuilder();
        Arrays.stream(ids)
                .filter(id -> id != EOS)
                .forEach(id -> text.appendCodePoint(id == UNKNOWN ? '⁇' : id - 2));
        return text.toString();
    }

    @Override
    public void close() {}
}
