/** The sentences of a summary held against the article: what they say that it does not. */
@NullMarked
package org.dragoman.quality.claim;

import org.jspecify.annotations.NullMarked;
