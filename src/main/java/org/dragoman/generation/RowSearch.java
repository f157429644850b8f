package org.dragoman.generation;

import java.util.List;

/** The search for the target of one prompt. Confined to the thread that decodes. */
sealed interface RowSearch permits GreedyRow, BeamRow {
    /** What goes on, all of one length: at first the prompt, in the end nothing. */
    List<Branch> running();

    /** Goes a step on. */
    void take(Choices choices);

    /** What was found, best first; nothing while it goes on. */
    List<Hypothesis> found();
}
