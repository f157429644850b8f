package org.dragoman.generation;

import java.util.Arrays;

/** Favours the ids of the source, or disfavours them. */
final class SourcePenalty implements Rule {
    private final int[] ids;
    private final float penalty;

    SourcePenalty(int[] source, double favour) {
        this.ids = Arrays.stream(source).distinct().toArray();
        this.penalty = (float) (1 / favour);
    }

    @Override
    public void apply(Target target, EditList edits) {
        for (int id : ids) {
            edits.penalise(id, penalty);
        }
    }
}
