package org.dragoman.generation;

/** Who looks at a batch between two crossings; asked on the thread that searches. */
@FunctionalInterface
public interface Watch {
    /** Whether somebody still waits for the prompt with this index. */
    boolean waits(int index);

    /** Before each crossing: the batch holds still, and goes on when this returns. */
    default void crossing() {}
}
