package org.dragoman.article;

import java.util.List;

/** Tells lines that name the author from lines of news: {@code By Ana Reis and Rui Costa}. */
record AuthorLine(Phrasebook book, TimeLine time) {
    private static final int MOST_WORDS = 24;
    private static final int MOST_WORDS_OF_START = 3;

    boolean fits(Block block) {
        List<Word> words = block.words();
        if (!block.isLine() || words.size() > MOST_WORDS || block.endsSentence()) {
            return false;
        }
        return names(words);
    }

    /** Whether it gives a full name, so that running text may stand before it. */
    boolean fitsAnywhere(Block block) {
        return block.words().size() > 2 && fits(block);
    }

    /** Whether the words name the author, whatever stands after them. */
    boolean names(List<Word> words) {
        return words.size() <= MOST_WORDS && (book.fits("byline", words) || startsAndNames(words));
    }

    /** A name with a role and no "by": {@code Ana Reis, Political Editor}. */
    boolean namesRole(Block block) {
        List<Word> words = block.words();
        return block.isLine()
                && words.size() >= MOST_WORDS_OF_START
                && words.size() <= MOST_WORDS / 2
                && !block.endsSentence()
                && !book.has("role-words", words.get(0))
                && words.stream().anyMatch(word -> book.has("role-words", word))
                && isNames(words);
    }

    /** Whether a dropped line names somebody and does not only say when the text appeared. */
    boolean isAuthor(String line) {
        return !Word.of(line).stream().allMatch(time::accepts);
    }

    /** Whether the words add names to those before: {@code and Rui Costa}. */
    boolean goesOn(List<Word> words) {
        return words.size() > 1
                && words.size() < MOST_WORDS / 2
                && book.has("name-words", words.get(0))
                && isNames(words.subList(1, words.size()));
    }

    private boolean startsAndNames(List<Word> words) {
        for (int n = Math.min(MOST_WORDS_OF_START, words.size() - 1); n > 0; n--) {
            if (book.fits("byline-start", words.subList(0, n))
                    && isNames(words.subList(n, words.size()))) {
                return true;
            }
        }
        return false;
    }

    /** Names and roles, perhaps with a date after them; a day is nobody's name. */
    private boolean isNames(List<Word> words) {
        return words.get(0).capital()
                && !book.has("not-name-words", words.get(0))
                && words.stream().allMatch(this::mayName);
    }

    private boolean mayName(Word word) {
        return word.capital()
                || word.isMark()
                || word.key().indexOf('@') >= 0
                || book.has("name-words", word)
                || book.has("role-words", word)
                || time.accepts(word);
    }
}
