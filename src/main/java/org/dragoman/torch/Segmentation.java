package org.dragoman.torch;

/**
 * A normalised text in pieces, end to end; an unknown character is a piece of its own.
 *
 * @param ids of the pieces
 * @param ends where each ends, in bytes of the normalised text
 */
@SuppressWarnings("ArrayRecordComponent")
record Segmentation(int[] ids, int[] ends) {}
