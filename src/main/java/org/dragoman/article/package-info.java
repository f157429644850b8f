/** Reading scraped text: what is the article and what is clutter. */
@NullMarked
package org.dragoman.article;

import org.jspecify.annotations.NullMarked;
