package org.dragoman.article;

import java.util.List;
import org.dragoman.article.Article.Reason;

/** Drops lines that say who wrote, edited or contributed: {@code (Reporting by Ana Reis)}. */
record CreditsRule(Phrasebook book) implements Rule {
    private static final int WORDS_BEFORE_NAME = 7;

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.kept(i) && page.block(i).isLine() && fits(page.block(i).words())) {
                page.drop(i, Reason.CREDITS);
            }
        }
    }

    /** Whether there is nothing but what was done and names. */
    boolean fits(List<Word> line) {
        boolean joined = line.size() > 1 && book.has("credit-join-words", line.get(0));
        List<Word> words = joined ? line.subList(1, line.size()) : line;
        return words.size() >= 3
                && book.has("credit-verb-words", words.get(0))
                && words.stream().allMatch(this::mayCredit)
                && words.stream().limit(WORDS_BEFORE_NAME).anyMatch(this::introducesName)
                && words.stream().skip(1).anyMatch(this::isName);
    }

    private boolean mayCredit(Word word) {
        return word.capital()
                || word.isMark()
                || book.has("credit-verb-words", word)
                || book.has("credit-join-words", word)
                || book.has("name-words", word);
    }

    private boolean introducesName(Word word) {
        return word.key().equals(":") || book.has("credit-join-words", word);
    }

    private boolean isName(Word word) {
        return word.capital() && !book.has("credit-verb-words", word);
    }
}
