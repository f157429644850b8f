/** PyTorch through DJL: the only package that knows tensors. */
@NullMarked
package org.dragoman.torch;

import org.jspecify.annotations.NullMarked;
