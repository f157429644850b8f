package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** One SentencePiece model, both ways. Immutable and thread-safe. */
final class SentencePieceVocabulary {
    private final List<Piece> pieces;
    private final SentencePieceNormalizer normalizer;
    private final UnigramPieces unigram;
    private final PieceDecoder decoder;
    private final int unknown;
    private final int end;
    private final int @Nullable [] byteIds;

    SentencePieceVocabulary(SentencePieceFile file) {
        this.pieces = file.pieces();
        this.unknown = only(file, Piece.Kind.UNKNOWN, null);
        this.end = only(file, Piece.Kind.CONTROL, file.training().endPiece());
        this.byteIds = file.training().byteFallback() ? byteIds(file) : null;
        this.normalizer = new SentencePieceNormalizer(file, trie(file, Piece.Kind.USER_DEFINED));
        this.unigram =
                new UnigramPieces(
                        pieces, trie(file, Piece.Kind.NORMAL, Piece.Kind.USER_DEFINED), unknown);
        this.decoder = new PieceDecoder(file);
    }

    int size() {
        return pieces.size();
    }

    /** The ids of a text, with the end of sentence. */
    Tokens encode(String text) {
        NormalizedText normalized = normalizer.normalize(text);
        UnigramPieces.Segmentation segmentation = unigram.segment(normalized);
        Row row = new Row(segmentation.ids().length + 1);
        int start = 0;
        for (int i = 0; i < segmentation.ids().length; i++) {
            int stop = segmentation.ends()[i];
            if (segmentation.ids()[i] == unknown) {
                addUnknown(row, normalized, start, stop);
            } else {
                row.add(segmentation.ids()[i], normalized.span(start, stop));
            }
            start = stop;
        }
        row.add(end, null);
        return row.tokens();
    }

    String decode(int[] ids) {
        return decoder.decode(ids);
    }

    private void addUnknown(Row row, NormalizedText text, int start, int stop) {
        Span span = text.span(start, stop);
        if (byteIds == null) {
            row.addOrExtend(unknown, span);
            return;
        }
        for (int i = start; i < stop; i++) {
            row.add(byteIds[text.at(i) & 0xff], span);
        }
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

    /** Ids and spans as they come. */
    private static final class Row {
        private int[] ids;
        private final List<@Nullable Span> spans;

        Row(int expected) {
            ids = new int[expected];
            spans = new ArrayList<>(expected);
        }

        void add(int id, @Nullable Span span) {
            if (spans.size() == ids.length) {
                ids = Arrays.copyOf(ids, ids.length * 2);
            }
            ids[spans.size()] = id;
            spans.add(span);
        }

        /** A run of unknown characters is one id. */
        void addOrExtend(int id, Span span) {
            int last = spans.size() - 1;
            Span before = last < 0 ? null : spans.get(last);
            if (before != null && ids[last] == id) {
                spans.set(last, new Span(before.start(), span.end()));
            } else {
                add(id, span);
            }
        }

        Tokens tokens() {
            return new Tokens(
                    Arrays.copyOf(ids, spans.size()), Collections.unmodifiableList(spans));
        }
    }
}
