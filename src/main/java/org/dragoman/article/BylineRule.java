package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/**
 * Drops the lines that name the author or say when the text was published: in the head and the
 * tail, where no running text goes on around them. The dates of a chronicle are kept.
 */
record BylineRule(AuthorLine author, TimeLine time) implements Rule {
    /** The author may stand after one paragraph that sums the article up. */
    private static final int STANDFIRST = 2;

    @Override
    public void apply(Page page) {
        int headEnd = page.headEnd();
        int tailStart = page.tailStart();
        boolean chronicle = hasDates(page, headEnd, tailStart);
        for (int i = 0; i < Math.min(headEnd + STANDFIRST, page.size()); i++) {
            Block block = page.block(i);
            if (isSigned(block, i < headEnd) || (i > 0 && author.namesRole(block))) {
                page.drop(i, Reason.BYLINE);
            }
            dropDated(page, i, chronicle);
        }
        for (int i = tailStart; i < page.size(); i++) {
            if (isSigned(page.block(i), false)) {
                page.drop(i, Reason.BYLINE);
            }
            dropDated(page, i, chronicle);
        }
    }

    private boolean isSigned(Block block, boolean head) {
        return head ? author.fits(block) : author.fitsAnywhere(block);
    }

    private void dropDated(Page page, int index, boolean chronicle) {
        Block block = page.block(index);
        if (block.isLine()
                && (chronicle ? time.isLabelled(block.words()) : time.fits(block.words()))) {
            page.drop(index, Reason.BYLINE);
        }
    }

    private boolean hasDates(Page page, int start, int end) {
        for (int i = start; i < end; i++) {
            if (page.kept(i) && page.block(i).isLine() && time.fits(page.block(i).words())) {
                return true;
            }
        }
        return false;
    }
}
