package org.dragoman.generation;

/** Nothing ends a target before it has so many ids, the prompt counted. */
@SuppressWarnings("ArrayRecordComponent")
record Minimum(int least, int[] ends) implements Rule {
    @Override
    public boolean binds(int length) {
        return length < least;
    }

    @Override
    public void apply(Target target, EditList edits) {
        for (int end : ends) {
            edits.ban(end);
        }
    }
}
