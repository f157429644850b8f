/** Work from many callers, batched for the workers that run the models. */
@NullMarked
package org.dragoman.inference;

import org.jspecify.annotations.NullMarked;
