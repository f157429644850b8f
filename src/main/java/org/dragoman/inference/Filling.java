package org.dragoman.inference;

/** A batch's sizes while rows are put into it. Confined to one thread. */
final class Filling {
    private final Bounds bounds;
    private final long share;
    private int rows;
    private int longest;
    private long tokens;

    /**
     * An empty batch.
     *
     * @param share tokens it may take, so that enough is left for other workers
     */
    Filling(Bounds bounds, long share) {
        this.bounds = bounds;
        this.share = share;
    }

    /** Whether a row of this length may join; an empty batch takes any. */
    boolean accepts(int length) {
        if (rows == 0) {
            return true;
        }
        long filled = tokens + length;
        long area = (long) Math.max(longest, length) * (rows + 1);
        return rows < bounds.batchRows()
                && filled <= share
                && area <= bounds.batchTokens()
                && area - filled <= bounds.padding() * area;
    }

    void add(int length) {
        rows++;
        longest = Math.max(longest, length);
        tokens += length;
    }
}
