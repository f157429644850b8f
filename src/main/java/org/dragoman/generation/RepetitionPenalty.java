package org.dragoman.generation;

import java.util.Arrays;

/** Disfavours each id of the target so far, however often it is there. */
record RepetitionPenalty(float penalty) implements Rule {
    @Override
    public void apply(Target target, EditList edits) {
        int[] ids = target.ids().clone();
        Arrays.sort(ids);
        for (int i = 0; i < ids.length; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                edits.penalise(ids[i], penalty);
            }
        }
    }
}
