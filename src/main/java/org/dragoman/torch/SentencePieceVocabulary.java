package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** One SentencePiece model, both ways. Immutable and thread-safe. */
final class SentencePieceVocabulary {
    private final List<Piece> pieces;
    private final SentencePieceNormalizer normalizer;
    private final Segmenter segmenter;
    private final PieceDecoder decoder;
    private final int unknown;
    private final int @Nullable [] byteIds;
    private final SentencePieceFile file;

    SentencePieceVocabulary(SentencePieceFile file) {
        this.file = file;
        this.pieces = file.pieces();
        this.unknown = only(file, Piece.Kind.UNKNOWN, null);
        this.byteIds = file.training().byteFallback() ? byteIds(file) : null;
        PieceTrie verbatim = trie(file, Piece.Kind.USER_DEFINED);
        this.normalizer = new SentencePieceNormalizer(file, verbatim);
        this.segmenter = segmenter(file, verbatim, unknown);
        this.decoder = new PieceDecoder(file);
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The id of the piece that ends a sentence. */
    int end() {
        return only(file, Piece.Kind.CONTROL, file.training().endPiece());
    }

    /** The pieces of a text; a run of unknown characters is one, or its bytes. */
    List<FoundPiece> split(String text) {
        NormalizedText normalized = normalizer.normalize(text);
        Segmentation parts = segmenter.segment(normalized);
        List<FoundPiece> found = new ArrayList<>(parts.ids().length);
        int start = 0;
        for (int i = 0; i < parts.ids().length; i++) {
            int stop = parts.ends()[i];
            int id = parts.ids()[i];
            if (id != unknown) {
                found.add(new FoundPiece(id, pieces.get(id).text(), normalized.span(start, stop)));
            } else if (byteIds != null) {
                addBytes(found, normalized, start, stop);
            } else if (i + 1 < parts.ids().length && parts.ids()[i + 1] == unknown) {
                continue;
            } else {
                Span span = normalized.span(start, stop);
                found.add(new FoundPiece(unknown, normalized.text(start, stop), span));
            }
            start = stop;
        }
        return found;
    }

    String decode(List<Piece> row) {
        return decoder.decode(row);
    }

    private void addBytes(List<FoundPiece> found, NormalizedText text, int start, int stop) {
        Span span = text.span(start, stop);
        for (int i = start; byteIds != null && i < stop; i++) {
            int id = byteIds[text.at(i) & 0xff];
            found.add(new FoundPiece(id, pieces.get(id).text(), span));
        }
    }

    private static Segmenter segmenter(SentencePieceFile file, PieceTrie verbatim, int unknown) {
        if (file.training().bytePairs()) {
            PieceTrie known =
                    trie(file, Piece.Kind.NORMAL, Piece.Kind.USER_DEFINED, Piece.Kind.UNUSED);
            return new BytePairs(file.pieces(), known, verbatim, unknown);
        }
        PieceTrie known = trie(file, Piece.Kind.NORMAL, Piece.Kind.USER_DEFINED);
        return new UnigramPieces(file.pieces(), known, unknown);
    }

    private static int only(SentencePieceFile file, Piece.Kind kind, @Nullable String text) {
        int found = -1;
        for (int id = 0; id < file.pieces().size(); id++) {
            Piece piece = file.pieces().get(id);
            if (piece.kind() == kind && (text == null || piece.text().equals(text))) {
                if (found >= 0) {
                    throw file.fault("there is more than one piece of the type " + kind);
                }
                found = id;
            }
        }
        if (found < 0) {
            throw file.fault("there is no piece of the type " + kind);
        }
        return found;
    }

    private static PieceTrie trie(SentencePieceFile file, Piece.Kind... kinds) {
        List<Piece.Kind> wanted = List.of(kinds);
        PieceTrie trie = new PieceTrie();
        for (int id = 0; id < file.pieces().size(); id++) {
            Piece piece = file.pieces().get(id);
            if (wanted.contains(piece.kind()) && !trie.add(piece.utf8(), id)) {
                throw file.fault("piece " + id + " is there twice, or there are too many");
            }
        }
        return trie;
    }

    private static int[] byteIds(SentencePieceFile file) {
        int[] ids = new int[256];
        Arrays.fill(ids, -1);
        for (int id = 0; id < file.pieces().size(); id++) {
            Piece piece = file.pieces().get(id);
            if (piece.kind() == Piece.Kind.BYTE) {
                ids[PieceDecoder.byteOf(file, piece)] = id;
            }
        }
        for (int id : ids) {
            if (id < 0) {
                throw file.fault("the pieces for single bytes are not complete");
            }
        }
        return ids;
    }
}
