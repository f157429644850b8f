package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;

/**
 * Looks for one kind of fault. Immutable and thread-safe; takes time in proportion to the texts.
 */
interface Rule {
    /** What is wrong, with spans in the two texts; empty when nothing is. */
    List<Finding> check(Side source, Side target);
}
