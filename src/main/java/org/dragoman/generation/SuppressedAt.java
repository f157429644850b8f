package org.dragoman.generation;

/** A target of this length, the prompt counted, goes on with none of these ids. */
@SuppressWarnings("ArrayRecordComponent")
record SuppressedAt(int length, int[] ids) implements Rule {
    @Override
    public boolean binds(int at) {
        return at == length;
    }

    @Override
    public void apply(Target target, EditList edits) {
        for (int id : ids) {
            edits.ban(id);
        }
    }
}
