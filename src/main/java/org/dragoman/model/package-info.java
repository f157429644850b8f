/**
 * Model cards, the store they are installed in, the pool they are loaded in, and the ports a
 * runtime implements.
 */
@NullMarked
package org.dragoman.model;

import org.jspecify.annotations.NullMarked;
