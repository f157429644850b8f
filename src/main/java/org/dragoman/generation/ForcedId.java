package org.dragoman.generation;

/** A target of this length, the prompt counted, goes on with this id. */
record ForcedId(int length, int id) implements Rule {
    @Override
    public boolean binds(int at) {
        return at == length;
    }

    @Override
    public void apply(Target target, EditList edits) {
        edits.force(id);
    }
}
