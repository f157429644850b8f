package org.dragoman.torch;

import java.nio.file.Path;
import java.util.Arrays;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;

/**
 * SentencePiece models from their {@code .spm} files, in plain Java: the ids are those of the
 * original library, the spans are exact. Immutable and thread-safe; time is linear in the text.
 *
 * <p>A piece's span is what it was made from, the white space before a word included. Pieces that
 * share a character (a ligature that was written out) share its span.
 */
final class SentencePieceTokenizer implements Tokenizer {
    private final SentencePieceVocabulary source;
    private final SentencePieceVocabulary target;
    private final int sourceEnd;
    private final int targetEnd;

    private SentencePieceTokenizer(SentencePieceVocabulary source, SentencePieceVocabulary target) {
        this.source = source;
        this.target = target;
        this.sourceEnd = source.end();
        this.targetEnd = target.end();
    }

    /**
     * One vocabulary for both sides.
     *
     * @throws org.dragoman.failure.DragomanException model-unavailable, naming the file and what is
     *     wrong with it
     */
    static SentencePieceTokenizer load(Path vocabulary) {
        SentencePieceVocabulary both =
                new SentencePieceVocabulary(SentencePieceFile.read(vocabulary));
        return new SentencePieceTokenizer(both, both);
    }

    /** A vocabulary for each side. */
    static SentencePieceTokenizer load(Path source, Path target) {
        return new SentencePieceTokenizer(
                new SentencePieceVocabulary(SentencePieceFile.read(source)),
                new SentencePieceVocabulary(SentencePieceFile.read(target)));
    }

    /** Number of ids of one side. */
    int size(Direction direction) {
        return side(direction).pieces().size();
    }

    @Override
    public Tokens encode(String text, Direction direction) {
        TokenRow row = new TokenRow();
        SentencePieceVocabulary side = side(direction);
        side.split(text).forEach(piece -> row.add(piece.id(), piece.span()));
        row.add(direction == Direction.SOURCE ? sourceEnd : targetEnd, null);
        return row.tokens();
    }

    /**
     * @throws IllegalArgumentException when an id is not in the vocabulary
     */
    @Override
    public String decode(int[] ids) {
        return target.decode(Arrays.stream(ids).mapToObj(this::piece).toList());
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    private Piece piece(int id) {
        if (id < 0 || id >= target.pieces().size()) {
            throw new IllegalArgumentException("No piece has the id " + id);
        }
        return target.pieces().get(id);
    }

    private SentencePieceVocabulary side(Direction direction) {
        return direction == Direction.SOURCE ? source : target;
    }
}
