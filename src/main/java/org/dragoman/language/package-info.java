/** Language tags, names and detection. */
@NullMarked
package org.dragoman.language;

import org.jspecify.annotations.NullMarked;
