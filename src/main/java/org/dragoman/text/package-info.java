/** Spans of text and the sentences in it. */
@NullMarked
package org.dragoman.text;

import org.jspecify.annotations.NullMarked;
