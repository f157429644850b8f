package org.dragoman.generation;

/**
 * A target that goes on.
 *
 * @param parent which of the row's branches before the last step it continues
 */
record Branch(int parent, Target target) {}
