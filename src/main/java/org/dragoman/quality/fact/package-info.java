/** Facts a text states in a form that can be compared: quantities, days and months, literals. */
@NullMarked
package org.dragoman.quality.fact;

import org.jspecify.annotations.NullMarked;
