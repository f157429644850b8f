package org.dragoman.model;

/**
 * One row to decode. Arrays are not copied: whoever makes a prompt leaves them alone.
 *
 * @param source source ids with their specials; empty for a decoder-only model
 * @param target start token and forced prefix; no start token for a model that starts from nothing
 *     (SSRU)
 * @param alsoAllowed target ids that widen the shortlist of this row
 */
@SuppressWarnings("ArrayRecordComponent")
public record Prompt(int[] source, int[] target, int[] alsoAllowed) {
    private static final int[] NONE = {};

    public static Prompt of(int[] source) {
        return new Prompt(source, NONE, NONE);
    }
}
