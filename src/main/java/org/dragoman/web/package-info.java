/**
 * What endpoints share: problems, limits, admission, metrics, and the resources about languages and
 * models.
 */
@NullMarked
package org.dragoman.web;

import org.jspecify.annotations.NullMarked;
