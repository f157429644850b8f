package org.dragoman.summarization;

import org.dragoman.inference.Deadline;

/** One way to make a summary. Thread-safe. */
sealed interface Strategy permits Lead, Extraction {
    /**
     * At least one sentence, and more only while {@code maxima} allow them.
     *
     * @throws org.dragoman.failure.DragomanException what a model that it needs fails with
     */
    Draft draft(Subject subject, Maxima maxima, Deadline deadline);
}
