package org.dragoman.quality.support;

import org.dragoman.text.Span;

/**
 * A stretch of a source, in UTF-16 units, end exclusive, that says what a sentence says.
 *
 * @param score how near it is to the sentence, 0 to 1: the cosine of their vectors; 1 when it is
 *     the sentence
 */
public record Support(int start, int end, double score) {
    static Support of(Span span, double score) {
        return new Support(span.start(), span.end(), score);
    }

    /** A sentence that stands in the source as it is. */
    public static Support whole(Span span) {
        return of(span, 1.0);
    }
}
