package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/**
 * Drops the short lines that mean something only beside a line already dropped for the reason, such
 * as the buttons under a cookie notice.
 *
 * @param section of the phrase book
 */
record ButtonRule(Phrasebook book, String section, Reason reason) implements Rule {
    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            dropBeside(page, i);
        }
        for (int i = page.size() - 1; i >= 0; i--) {
            dropBeside(page, i);
        }
    }

    private void dropBeside(Page page, int index) {
        if (page.kept(index)
                && page.besides(index, reason)
                && page.block(index).isLine()
                && book.fits(section, page.block(index).words())) {
            page.drop(index, reason);
        }
    }
}
