package org.dragoman.torch;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/**
 * Cuts a stretch for Marian: a mark such as {@code >>por<<} at its start is one item, whatever is
 * in it. Immutable and thread-safe.
 */
record MarianCutter(SentencePieceVocabulary vocabulary) implements PieceSubwords.Cutter {
    static final String OPEN = ">>";
    static final String CLOSE = "<<";
    private static final int NO_PIECE = -1;

    @Override
    public List<FoundPiece> cut(String stretch) {
        int close = stretch.startsWith(OPEN) ? stretch.indexOf(CLOSE) : -1;
        if (close < 0) {
            return vocabulary.split(stretch);
        }
        int end = close + CLOSE.length();
        List<FoundPiece> pieces = new ArrayList<>();
        pieces.add(new FoundPiece(NO_PIECE, stretch.substring(0, end), new Span(0, end)));
        vocabulary.split(stretch.substring(end)).forEach(piece -> pieces.add(piece.shift(end)));
        return pieces;
    }
}
