package org.dragoman.generation;

/** No sequence of so many ids of the source is written. */
@SuppressWarnings("ArrayRecordComponent")
record NoSourceRepeat(int[] source, int size) implements Rule {
    @Override
    public void apply(Target target, EditList edits) {
        NoRepeat.banContinuations(target, source, size, edits);
    }
}
