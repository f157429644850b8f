package org.dragoman.article;

import org.dragoman.article.Article.Reason;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the input that goes one way.
 *
 * @param source in the input, without white space at the ends
 * @param reason why it is dropped; null when it is kept
 */
record Piece(Span source, @Nullable Reason reason) {}
