/** What settings of all packages have in common. */
@NullMarked
package org.dragoman.settings;

import org.jspecify.annotations.NullMarked;
