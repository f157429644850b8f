package org.dragoman.summarization;

import org.dragoman.inference.Deadline;

/** One way to make a summary. Thread-safe. */
sealed interface Strategy permits Lead, Extraction, Abstraction {
    /**
     * At least one sentence, and more only while {@code maxima} allow them.
     *
     * @throws org.dragoman.failure.DragomanException model-not-installed when it cannot do without
     *     a model that is not there; what a model fails with
     */
    Draft draft(Subject subject, Maxima maxima, Deadline deadline);
}
