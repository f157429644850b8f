package org.dragoman.summarization;

import java.util.Set;
import org.dragoman.text.Span;

/**
 * A sentence of the article that may go into the summary. Immutable.
 *
 * @param span in the article's text
 * @param words as a reader counts them
 * @param terms the words it is compared by
 * @param traits what speaks against it
 */
record Candidate(Span span, String text, int words, Set<String> terms, Set<Trait> traits) {
    Candidate {
        terms = Set.copyOf(terms);
        traits = Set.copyOf(traits);
    }

    /** What speaks against a sentence. */
    enum Trait {
        /** Not a whole statement: a caption, a label, a question, a quotation that is cut. */
        FRAGMENT,
        /** Its beginning leans on the sentence before. */
        LEANING,
        /** Begins as somebody's words rather than as a report. */
        QUOTED
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
