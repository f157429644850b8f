package org.dragoman.torch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;

/**
 * A SentencePiece model whose pieces have ids from another table, as the tokenizers of transformers
 * that are written in Python have it: added items are found first, the text between them is cut
 * into pieces, and each piece is looked up by its text. An id that is not in the table gives no
 * text. Immutable and thread-safe.
 */
final class PieceSubwords implements Subwords {
    private final Cutter cutter;
    private final AddedItems added;
    private final ItemTable items;
    private final SentencePieceVocabulary written;
    private final Map<Integer, String> literals = new HashMap<>();
    private final Map<Integer, Piece> pieces = new HashMap<>();

    /** Cuts a stretch of a text into pieces, whose spans are within the stretch. */
    interface Cutter {
        List<FoundPiece> cut(String stretch);
    }

    /**
     * @param items not to be changed any more
     * @param written the model whose rules make text of pieces
     */
    PieceSubwords(Cutter cutter, ItemTable items, SentencePieceVocabulary written) {
        this.cutter = cutter;
        this.items = items;
        this.written = written;
        this.added = new AddedItems(items.added());
        Map<Integer, String> texts = items.texts();
        items.added().forEach(item -> takeOut(texts, item));
        texts.remove(items.unknown());
        Map<String, Piece> known = new HashMap<>();
        written.pieces().forEach(piece -> known.putIfAbsent(piece.text(), piece));
        texts.forEach((id, text) -> pieces.put(id, known.getOrDefault(text, Piece.foreign(text))));
    }

    @Override
    public Tokens encode(String text) {
        TokenRow row = new TokenRow();
        for (AddedItems.Stretch stretch : added.split(text)) {
            if (stretch.item() != null) {
                int id = items.idOrUnknown(stretch.item().text());
                row.add(id, new Span(stretch.start(), stretch.end()));
                continue;
            }
            for (FoundPiece piece : cutter.cut(text.substring(stretch.start(), stretch.end()))) {
                row.add(items.idOrUnknown(piece.text()), piece.span().shift(stretch.start()));
            }
        }
        return row.tokens();
    }

    @Override
    public OptionalInt id(String item) {
        Integer id = items.id(item);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    @Override
    public String decode(int[] ids) {
        List<String> texts = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        for (int id : ids) {
            String literal = literals.get(id);
            if (literal != null) {
                flush(row, texts);
                texts.add(literal);
            } else if (pieces.containsKey(id)) {
                row.add(pieces.get(id));
            }
        }
        flush(row, texts);
        return String.join(" ", texts);
    }

    @Override
    public void close() {
        // Nothing is held outside the heap.
    }

    /** Specials give no text, other added items their own. */
    private void takeOut(Map<Integer, String> texts, AddedItem item) {
        int id = items.idOrUnknown(item.text());
        texts.remove(id);
        if (!item.special()) {
            literals.put(id, item.text());
        }
    }

    private void flush(List<Piece> row, List<String> texts) {
        String text = PythonSpace.strip(written.decode(row));
        row.clear();
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
