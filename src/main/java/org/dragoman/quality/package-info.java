/** What is wrong with a text that says what another says: checks, policies, the checks resource. */
@NullMarked
package org.dragoman.quality;

import org.jspecify.annotations.NullMarked;
