package org.dragoman.model;

/**
 * One step of a search.
 *
 * @param parents old row of each new row: repeated where beams fork, left out where a row is done
 * @param tokens last id of each new row; empty on the first call
 * @param best how many of the best ids to give a row, at least 1
 */
@SuppressWarnings("ArrayRecordComponent")
public record StepRequest(int[] parents, int[] tokens, Edits edits, int best) {}
