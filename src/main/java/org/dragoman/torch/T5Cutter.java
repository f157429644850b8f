package org.dragoman.torch;

import java.util.List;

/**
 * Cuts a stretch for T5 with the newer rules for white space: a space at its start, which the model
 * would take away, is kept by putting the unknown item before it and dropping that item's pieces
 * afterwards. Immutable and thread-safe.
 */
final class T5Cutter implements PieceSubwords.Cutter {
    private final SentencePieceVocabulary vocabulary;
    private final String guard;
    private final int guardPieces;

    /**
     * @param vocabulary that puts no space before a text
     * @param guard the unknown item
     */
    T5Cutter(SentencePieceVocabulary vocabulary, String guard) {
        this.vocabulary = vocabulary;
        this.guard = guard;
        this.guardPieces = vocabulary.split(guard).size();
    }

    @Override
    public List<FoundPiece> cut(String stretch) {
        if (!stretch.startsWith(" ") && !stretch.startsWith(Piece.SPACE)) {
            return vocabulary.split(stretch);
        }
        List<FoundPiece> pieces = vocabulary.split(guard + stretch);
        int skipped = Math.min(guardPieces, pieces.size());
        return pieces.subList(skipped, pieces.size()).stream()
                .map(piece -> piece.after(guard.length()))
                .toList();
    }
}
