package org.dragoman.translation;

/**
 * How much of the source a version covers, in UTF-16 units.
 *
 * @param characters of all parts
 * @param translated those that are not in a segment kept as it was
 * @param split sentences that were longer than the model reads and went to it clause by clause
 */
public record Coverage(int characters, int translated, int split) {
    Coverage plus(Coverage other) {
        return new Coverage(
                characters + other.characters, translated + other.translated, split + other.split);
    }
}
