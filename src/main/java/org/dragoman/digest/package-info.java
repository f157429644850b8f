/** The main job: a scraped article in, a digest out. */
@NullMarked
package org.dragoman.digest;

import org.jspecify.annotations.NullMarked;
