/** Versions of a text in other languages. */
@NullMarked
package org.dragoman.translation;

import org.jspecify.annotations.NullMarked;
