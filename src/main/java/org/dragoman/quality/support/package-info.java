/** Which sentences of a source say what a sentence says: vectors, terms, support. */
@NullMarked
package org.dragoman.quality.support;

import org.jspecify.annotations.NullMarked;
