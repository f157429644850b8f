/** Summaries whose sentences can be traced to the text. */
@NullMarked
package org.dragoman.summarization;

import org.jspecify.annotations.NullMarked;
