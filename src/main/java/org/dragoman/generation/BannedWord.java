package org.dragoman.generation;

import java.util.Arrays;

/**
 * A sequence of two ids or more is never completed. As in the reference, what comes before its last
 * id is not found at the very beginning of a target.
 */
@SuppressWarnings("ArrayRecordComponent")
record BannedWord(int[] word) implements Rule {
    @Override
    public boolean binds(int length) {
        return length >= word.length;
    }

    @Override
    public void apply(Target target, EditList edits) {
        int[] ids = target.ids();
        int begun = word.length - 1;
        if (Arrays.equals(ids, ids.length - begun, ids.length, word, 0, begun)) {
            edits.ban(word[begun]);
        }
    }
}
