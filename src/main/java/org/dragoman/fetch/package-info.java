/**
 * Files from the web: whole, checked and resumed where a download was cut off. Knows nothing of
 * models.
 */
@NullMarked
package org.dragoman.fetch;

import org.jspecify.annotations.NullMarked;
