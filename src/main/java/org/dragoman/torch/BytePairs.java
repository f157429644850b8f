package org.dragoman.torch;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding as SentencePiece does it: neighbours are joined as long as what they make is a
 * piece, the best score first and among equals the leftmost. User-defined pieces are never joined;
 * an unused piece that comes out is taken apart again. Immutable and thread-safe; n·log n.
 *
 * @see <a href="https://aclanthology.org/P16-1162/">Sennrich et al. 2016, Neural Machine
 *     Translation of Rare Words with Subword Units</a>
 */
final class BytePairs implements Segmenter {
    private static final Comparator<Merge> ORDER =
            Comparator.<Merge>comparingDouble(merge -> -merge.score())
                    .thenComparingInt(Merge::left);

    private final List<Piece> pieces;
    private final PieceTrie trie;
    private final PieceTrie frozen;
    private final int unknown;

    /**
     * @param trie of the pieces that may come out or be passed through
     * @param frozen of the user-defined ones
     * @param unknown id of what is no piece
     */
    BytePairs(List<Piece> pieces, PieceTrie trie, PieceTrie frozen, int unknown) {
        this.pieces = pieces;
        this.trie = trie;
        this.frozen = frozen;
        this.unknown = unknown;
    }

    /** Two neighbours that make a piece of {@code size} bytes. */
    private record Merge(int left, int right, int size, float score) {}

    @Override
    public Segmentation segment(NormalizedText text) {
        Symbols symbols = new Symbols(text, frozen);
        PriorityQueue<Merge> agenda = new PriorityQueue<>(ORDER);
        for (int i = 1; i < symbols.count(); i++) {
            propose(agenda, symbols, i - 1, i);
        }
        for (Merge best = agenda.poll(); best != null; best = agenda.poll()) {
            if (symbols.stillMake(best.left(), best.right(), best.size())) {
                symbols.join(best.left(), best.right());
                propose(agenda, symbols, symbols.before(best.left()), best.left());
                propose(agenda, symbols, best.left(), symbols.after(best.left()));
            }
        }
        return path(text, symbols);
    }

    private void propose(PriorityQueue<Merge> agenda, Symbols symbols, int left, int right) {
        if (left < 0 || right < 0 || symbols.frozen(left) || symbols.frozen(right)) {
            return;
        }
        int id = symbols.id(trie, left, right);
        if (id != PieceTrie.NONE) {
            Piece made = pieces.get(id);
            agenda.add(new Merge(left, right, made.utf8().length, made.score()));
            if (made.kind() == Piece.Kind.UNUSED) {
                symbols.remember(id, left);
            }
        }
    }

    private Segmentation path(NormalizedText text, Symbols symbols) {
        Parts parts = new Parts(text);
        for (int i = symbols.count() == 0 ? -1 : 0; i >= 0; i = symbols.after(i)) {
            write(parts, symbols, symbols.start(i), symbols.end(i));
        }
        return parts.segmentation();
    }

    /** The piece from {@code start} to {@code end}; an unused one as the two it was made of. */
    private void write(Parts parts, Symbols symbols, int start, int end) {
        int id = trie.find(parts.text, start, end);
        int split =
                id != PieceTrie.NONE && pieces.get(id).kind() == Piece.Kind.UNUSED
                        ? symbols.firstPartOf(id)
                        : 0;
        if (split == 0) {
            parts.add(id == PieceTrie.NONE ? unknown : id, end);
        } else {
            write(parts, symbols, start, start + split);
            write(parts, symbols, start + split, end);
        }
    }

    /** The pieces as they come out. */
    private static final class Parts {
        private final NormalizedText text;
        private final int[] ids;
        private final int[] ends;
        private int count;

        Parts(NormalizedText text) {
            this.text = text;
            this.ids = new int[text.length()];
            this.ends = new int[text.length()];
        }

        void add(int id, int end) {
            ids[count] = id;
            ends[count++] = end;
        }

        Segmentation segmentation() {
            return new Segmentation(Arrays.copyOf(ids, count), Arrays.copyOf(ends, count));
        }
    }
}
