package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/** Drops short paragraphs that end with the credit of a photograph in brackets. */
record CaptionRule(Phrasebook book) implements Rule {
    private static final int MOST_WORDS = 45;

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.kept(i) && page.block(i).isLine() && endsWithCredit(page.block(i))) {
                page.drop(i, Reason.CAPTION);
            }
        }
    }

    private boolean endsWithCredit(Block block) {
        String text = block.text();
        int open = text.lastIndexOf('(');
        return open > 0
                && text.endsWith(")")
                && block.words().size() <= MOST_WORDS
                && book.fits("caption-bracket", Word.of(text.substring(open)));
    }
}
