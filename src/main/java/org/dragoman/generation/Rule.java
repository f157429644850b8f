package org.dragoman.generation;

/** One rule on what a target may go on with. Immutable. */
interface Rule {
    /** Whether it may have something to say about a target of this length, the prompt counted. */
    default boolean binds(int length) {
        return true;
    }

    /** Adds what it says about the next id; asked only where it binds. */
    void apply(Target target, EditList edits);
}
