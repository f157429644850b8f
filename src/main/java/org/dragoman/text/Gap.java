package org.dragoman.text;

/**
 * A place between two characters of a text where a sentence may end. Immutable.
 *
 * @param mark where the terminators before the gap begin; {@code markEnd} when there are none
 * @param markEnd after the terminators; what follows up to {@code end} are closing marks
 * @param end after the last character before the gap
 * @param next the first character after it; equal to {@code end} when nothing is between
 */
record Gap(int mark, int markEnd, int end, int next) {
    boolean terminated() {
        return mark < markEnd;
    }

    boolean glued() {
        return end == next;
    }

    /** Whether a quotation mark follows the terminators. */
    boolean quoted(String text) {
        return end > markEnd && Marks.quotes(text.charAt(markEnd));
    }
}
