package org.dragoman.torch;

import java.util.Arrays;
import java.util.List;

/**
 * The most likely segmentation of a normalised text into pieces: Viterbi over all pieces that stand
 * in it. Immutable and thread-safe; time and memory are linear in the text.
 *
 * <p>Sums are held in float, as SentencePiece holds them, so that ties fall the same way.
 *
 * @see <a href="https://aclanthology.org/P18-1007/">Kudo 2018, Subword Regularization</a>
 */
final class UnigramPieces implements Segmenter {
    /** How much worse than the worst piece an unknown character is. */
    private static final float UNKNOWN_PENALTY = 10.0f;

    /** A user-defined piece gets this much less than the best score for each of its bytes. */
    private static final double USER_DEFINED_PENALTY = 0.1;

    private final List<Piece> pieces;
    private final PieceTrie trie;
    private final int unknown;
    private final float unknownScore;
    private final float bestScore;

    UnigramPieces(List<Piece> pieces, PieceTrie trie, int unknown) {
        this.pieces = pieces;
        this.trie = trie;
        this.unknown = unknown;
        float worst = Float.MAX_VALUE;
        float best = -Float.MAX_VALUE;
        for (Piece piece : pieces) {
            if (piece.kind() == Piece.Kind.NORMAL) {
                worst = Math.min(worst, piece.score());
                best = Math.max(best, piece.score());
            }
        }
        this.unknownScore = worst - UNKNOWN_PENALTY;
        this.bestScore = best;
    }

    @Override
    public Segmentation segment(NormalizedText text) {
        Lattice best = new Lattice(text.length());
        for (int start = 0; start < text.length(); ) {
            int character = Math.min(Utf8.length(text.at(start)), text.length() - start);
            if (!extend(best, text, start, character)) {
                best.offer(start, start + character, unknown, unknownScore);
            }
            start += character;
        }
        return best.path();
    }

    /** Offers every piece at {@code start}; whether one of them is just the character there. */
    private boolean extend(Lattice best, NormalizedText text, int start, int character) {
        boolean known = false;
        int node = PieceTrie.ROOT;
        for (int end = start + 1; end <= text.length(); end++) {
            node = trie.child(node, text.at(end - 1));
            if (node == PieceTrie.NONE) {
                break;
            }
            int id = trie.id(node);
            if (id != PieceTrie.NONE) {
                best.offer(start, end, id, score(id, end - start));
                known |= end - start == character;
            }
        }
        return known;
    }

    private float score(int id, int length) {
        Piece piece = pieces.get(id);
        return piece.kind() == Piece.Kind.USER_DEFINED
                ? (float) (length * bestScore - USER_DEFINED_PENALTY)
                : piece.score();
    }

    /** For each byte the best way to get there. */
    private static final class Lattice {
        private final int[] ids;
        private final int[] starts;
        private final float[] scores;

        Lattice(int length) {
            ids = new int[length + 1];
            starts = new int[length + 1];
            scores = new float[length + 1];
            Arrays.fill(starts, -1);
        }

        void offer(int start, int end, int id, float score) {
            float candidate = score + scores[start];
            if (starts[end] < 0 || candidate > scores[end]) {
                starts[end] = start;
                ids[end] = id;
                scores[end] = candidate;
            }
        }

        Segmentation path() {
            int count = 0;
            for (int end = starts.length - 1; end > 0; end = starts[end]) {
                count++;
            }
            int[] path = new int[count];
            int[] ends = new int[count];
            for (int end = starts.length - 1; end > 0; end = starts[end]) {
                path[--count] = ids[end];
                ends[count] = end;
            }
            return new Segmentation(path, ends);
        }
    }
}
