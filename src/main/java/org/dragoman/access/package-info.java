/** Who may use the service, for what, and how much. */
@NullMarked
package org.dragoman.access;

import org.jspecify.annotations.NullMarked;
