package org.dragoman.inference;

/** A batch's sizes while rows are put into it. Confined to one thread. */
final class Filling {
    private final Bounds bounds;
    private final int beams;
    private final long share;
    private int rows;
    private int longest;
    private long tokens;

    /**
     * An empty batch.
     *
     * @param beams rows of the model that each of its rows becomes
     * @param share tokens of all beams it may take, so that enough is left for other workers
     */
    Filling(Bounds bounds, int beams, long share) {
        this.bounds = bounds;
        this.beams = beams;
        this.share = share;
    }

    /** Whether a row of this length may join; an empty batch takes any. */
    boolean accepts(int length) {
        if (rows == 0) {
            return true;
        }
        long filled = tokens + length;
        long area = (long) Math.max(longest, length) * (rows + 1);
        return (long) (rows + 1) * beams <= bounds.batchRows()
                && filled * beams <= share
                && area <= bounds.batchTokens()
                && area - filled <= bounds.padding() * area;
    }

    void add(int length) {
        rows++;
        longest = Math.max(longest, length);
        tokens += length;
    }
}
