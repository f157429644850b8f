/** Search for token sequences over the ports of a model: pure Java, no tensors. */
@NullMarked
package org.dragoman.generation;

import org.jspecify.annotations.NullMarked;
