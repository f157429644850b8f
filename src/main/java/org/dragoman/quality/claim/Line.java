package org.dragoman.quality.claim;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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

    /** This line without what follows its first {@code most} words. */
    Line first(int most) {
        return size() <= most ? this : Line.of(number, words.subList(0, most));
    }

    /** Index of the first word that ends after {@code offset}; the size when there is none. */
    int at(int offset) {
        return search(word -> word.span().end() > offset);
    }

    /** Index after the last word that begins before {@code offset}. */
    int before(int offset) {
        return search(word -> word.span().start() >= offset);
    }

    /** Index of the first word that is far enough. */
    private int search(Predicate<Word> far) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (far.test(word(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many of the words {@code from..to} tell something. */
    int content(int from, int to) {
        return (int) words.subList(from, to).stream().filter(Word::content).count();
    }
}
