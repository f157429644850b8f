package org.dragoman.generation;

import java.util.Arrays;

/** No sequence of so many ids comes twice in a target. */
record NoRepeat(int size) implements Rule {
    @Override
    public void apply(Target target, EditList edits) {
        banContinuations(target, target.ids(), size, edits);
    }

    /** Bans what follows, anywhere in the text, on the last size - 1 ids of the target. */
    static void banContinuations(Target target, int[] text, int size, EditList edits) {
        int[] ids = target.ids();
        int begin = ids.length - size + 1;
        if (begin < 0) {
            return;
        }
        for (int at = 0; at + size <= text.length; at++) {
            if (Arrays.equals(text, at, at + size - 1, ids, begin, ids.length)) {
                edits.ban(text[at + size - 1]);
            }
        }
    }
}
