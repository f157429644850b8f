package org.dragoman.torch;

import java.nio.file.Path;
import org.dragoman.model.Tokenizer;
import org.dragoman.model.Tokens;

/**
 * SentencePiece Unigram models from their {@code .spm} files, in plain Java: the ids are those of
 * the original library, the spans are exact. Immutable and thread-safe; time is linear in the text.
 *
 * <p>A piece's span is what it was made from, the white space before a word included. Pieces that
 * share a character (a ligature that was written out) share its span.
 */
final class SentencePieceTokenizer implements Tokenizer {
    private final SentencePieceVocabulary source;
    private final SentencePieceVocabulary target;

    private SentencePieceTokenizer(SentencePieceVocabulary source, SentencePieceVocabulary target) {
        this.source = source;
        this.target = target;
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
        return side(direction).size();
    }

    @Override
    public Tokens encode(String text, Direction direction) {
        return side(direction).encode(text);
    }

    @Override
    public String decode(int[] ids) {
        return target.decode(ids);
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    private SentencePieceVocabulary side(Direction direction) {
        return direction == Direction.SOURCE ? source : target;
    }
}
