/** How good a translated segment is likely to be. */
@NullMarked
package org.dragoman.quality.figure;

import org.jspecify.annotations.NullMarked;
