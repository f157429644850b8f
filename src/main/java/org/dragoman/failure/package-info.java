/** The one exception of the service and its error codes. */
@NullMarked
package org.dragoman.failure;

import org.jspecify.annotations.NullMarked;
