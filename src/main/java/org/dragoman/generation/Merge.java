package org.dragoman.generation;

import java.util.List;

/**
 * The candidates of all branches of a row, best sum of scores first; where sums are equal those of
 * the earlier branch come first. Each branch has its own sorted already.
 */
final class Merge {
    private final List<Branch> branches;
    private final Choices choices;
    private final int[] next;
    private int branch;

    Merge(List<Branch> branches, Choices choices) {
        this.branches = branches;
        this.choices = choices;
        this.next = new int[branches.size()];
    }

    /** Goes to the next candidate; false when none is left that is possible at all. */
    boolean advance() {
        float best = Float.NEGATIVE_INFINITY;
        branch = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < choices.ids(i).length) {
                float sum = branches.get(i).target().sum() + choices.scores(i)[next[i]];
                if (sum > best) {
                    best = sum;
                    branch = i;
                }
            }
        }
        if (branch < 0) {
            return false;
        }
        next[branch]++;
        return true;
    }

    /** The branch it continues. */
    int branch() {
        return branch;
    }

    int id() {
        return choices.ids(branch)[next[branch] - 1];
    }

    Target target() {
        return branches.get(branch)
                .target()
                .and(id(), choices.scores(branch)[next[branch] - 1], choices.attention(branch));
    }
}
