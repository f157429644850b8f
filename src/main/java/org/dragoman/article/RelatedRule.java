package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/**
 * Drops the heading of a list of links to other articles, and the list: the lines after it that are
 * no sentences, up to a blank line; with blank lines between the links, up to the last line before
 * running text, which may be a subheading.
 */
record RelatedRule(Phrasebook book) implements Rule {
    private static final int WORDS_OF_A_LINK = 25;

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.kept(i)
                    && page.block(i).isLine()
                    && book.fits("related", page.block(i).words())) {
                page.drop(i, Reason.PROMOTION);
                dropLinks(page, i + 1);
            }
        }
    }

    private static void dropLinks(Page page, int start) {
        int end = start;
        while (end < page.size() && isLink(page, end) && sameList(page, start, end)) {
            end++;
        }
        int links = mayEndWithSubheading(page, end) ? end - 1 : end;
        for (int i = start; i < links; i++) {
            page.drop(i, Reason.PROMOTION);
        }
    }

    /** What stands before running text may be its subheading, unless it ends a closed list. */
    private static boolean mayEndWithSubheading(Page page, int end) {
        return end < page.size()
                && !isLink(page, end)
                && (!page.block(end).afterBlank() || page.block(end - 1).afterBlank());
    }

    /** A list has blank lines between all its links or between none. */
    private static boolean sameList(Page page, int start, int index) {
        return index == start
                || index == start + 1
                || page.block(index).afterBlank() == page.block(start + 1).afterBlank();
    }

    private static boolean isLink(Page page, int index) {
        Block block = page.block(index);
        return !page.kept(index) || (block.isLine() && isTitle(block));
    }

    private static boolean isTitle(Block block) {
        return block.words().size() <= WORDS_OF_A_LINK
                && (!block.endsSentence() || block.text().endsWith("?"))
                && !block.text().endsWith(":");
    }
}
