package org.dragoman.quality.claim;

import java.util.List;
import org.dragoman.text.Finding;

/**
 * Looks for one kind of thing that an article does not say. Severe is only what the article
 * contradicts or cannot have said. Pure and thread-safe.
 */
interface Rule {
    /** What is wrong with the claim, which has at least one word. */
    List<Finding> check(Match match);
}
