/** A translated segment against its source: what was changed, lost or added. */
@NullMarked
package org.dragoman.quality.segment;

import org.jspecify.annotations.NullMarked;
