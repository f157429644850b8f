package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/**
 * Drops lines that fit a phrase of one section. What somebody says in the article is never clutter:
 * a line in quotation marks, or one with a verb of saying where the phrase leaves words open.
 *
 * @param section of the phrase book
 */
record PhraseRule(Phrasebook book, String section, Reason reason) implements Rule {
    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.kept(i) && fits(page.block(i))) {
                page.drop(i, reason);
            }
        }
    }

    private boolean fits(Block block) {
        return block.isLine()
                && !block.opensQuotation()
                && book.fitsUnspoken(section, block.words(), block.endsSentence());
    }
}
