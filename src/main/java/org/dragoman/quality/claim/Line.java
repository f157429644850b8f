package org.dragoman.quality.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.text.Span;

/**
 * A sentence as rules read it. Immutable.
 *
 * @param number its place among the sentences of its text
 * @param words in order
 * @param stems of its words that tell something
 */
record Line(int number, List<Word> words, Set<String> stems) {
    Line {
        words = List.copyOf(words);
        stems = Set.copyOf(stems);
    }

    static Line of(int number, List<Word> words) {
        return new Line(
                number,
                words,
                words.stream()
                        .filter(Word::content)
                        .map(Word::stem)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    int size() {
        return words.size();
    }

    Word word(int index) {
        return words.get(index);
    }

    /** Where the words {@code from..to}, at least one, stand in the text. */
    Span span(int from, int to) {
        return new Span(word(from).span().start(), word(to - 1).span().end());
    }

    Span span(Mention mention) {
        return span(mention.from(), mention.to());
    }

    /** Index of the first word that ends after {@code offset}; the size when there is none. */
    int at(int offset) {
        int index = 0;
        while (index < size() && word(index).span().end() <= offset) {
            index++;
        }
        return index;
    }

    /** Index after the last word that begins before {@code offset}. */
    int before(int offset) {
        int index = size();
        while (index > 0 && word(index - 1).span().start() >= offset) {
            index--;
        }
        return index;
    }

    /** How many of the words {@code from..to} tell something. */
    int content(int from, int to) {
        return (int) words.subList(from, to).stream().filter(Word::content).count();
    }
}
