package org.dragoman.article;

import java.util.List;
import org.dragoman.article.Article.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of one input and what the rules have said of them so far. The head is what stands
 * before the first block of running text, the tail what stands after the last. Belongs to one call;
 * not thread-safe.
 */
final class Page {
    private static final int NONE = -1;

    private final List<Block> blocks;
    private final @Nullable Reason[] reasons;
    private int headline = NONE;

    Page(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        this.reasons = new Reason[blocks.size()];
    }

    int size() {
        return blocks.size();
    }

    Block block(int index) {
        return blocks.get(index);
    }

    boolean kept(int index) {
        return reasons[index] == null;
    }

    @Nullable Reason reason(int index) {
        return reasons[index];
    }

    /** The first rule that drops a block gives the reason. */
    void drop(int index, Reason reason) {
        if (kept(index)) {
            reasons[index] = reason;
        }
    }

    void headline(int index) {
        headline = index;
    }

    boolean isHeadline(int index) {
        return index == headline;
    }

    /** Index of the first kept block of running text; {@link #size} when there is none. */
    int headEnd() {
        for (int i = 0; i < size(); i++) {
            if (kept(i) && block(i).isProse()) {
                return i;
            }
        }
        return size();
    }

    /** Index after the last kept block of running text; {@link #size} when there is none. */
    int tailStart() {
        for (int i = size() - 1; i >= 0; i--) {
            if (kept(i) && block(i).isProse()) {
                return i + 1;
            }
        }
        return size();
    }

    /** Whether the block before or after was dropped for the reason. */
    boolean besides(int index, Reason reason) {
        return (index > 0 && reasons[index - 1] == reason)
                || (index + 1 < size() && reasons[index + 1] == reason);
    }
}
