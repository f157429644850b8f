package org.dragoman.article;

import java.util.List;

/** Tells lines that say when a text was published from lines of news. */
record TimeLine(Phrasebook book) {
    private static final int MOST_WORDS = 24;

    /** Whether all the words are about time and they name a day, or say that this is the date. */
    boolean fits(List<Word> words) {
        return isTime(words) && (isLabelled(words) || namesDay(words));
    }

    /** Whether it says what happened then: {@code Published 3 May}. */
    boolean isLabelled(List<Word> words) {
        return isTime(words)
                && (book.fits("time-start", words.subList(0, 1))
                        || (words.size() > 1 && book.fits("time-start", words.subList(0, 2))));
    }

    private boolean isTime(List<Word> words) {
        return !words.isEmpty()
                && words.size() <= MOST_WORDS
                && words.stream().allMatch(this::accepts)
                && words.stream().anyMatch(Word::hasDigit);
    }

    boolean accepts(Word word) {
        return book.has("time-words", word) || isNumber(word);
    }

    private boolean namesDay(List<Word> words) {
        return words.stream()
                .anyMatch(
                        word ->
                                book.has("time-name-words", word)
                                        || word.key()
                                                .matches("\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}"));
    }

    /** Begins with a digit, and holds no more than two letters in a row: 3rd, 10h42, 05:45pm. */
    private static boolean isNumber(Word word) {
        String key = word.key();
        return Character.isDigit(key.charAt(0))
                && key.length() <= 25
                && key.chars().filter(Character::isLetter).count() <= 2;
    }
}
