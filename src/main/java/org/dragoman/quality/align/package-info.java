/** Which sentences of a translation stand for which of its source. */
@NullMarked
package org.dragoman.quality.align;

import org.jspecify.annotations.NullMarked;
