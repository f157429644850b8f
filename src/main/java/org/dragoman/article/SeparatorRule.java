package org.dragoman.article;

import org.dragoman.article.Article.Reason;

/** Drops lines drawn with signs alone: rules, end marks, lines of invisible characters. */
final class SeparatorRule implements Rule {
    private static final String DRAWN = "-_=*#~+.·•|–—―…<>/\\";

    @Override
    public void apply(Page page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.block(i).text().codePoints().allMatch(SeparatorRule::isDrawn)) {
                page.drop(i, Reason.NAVIGATION);
            }
        }
    }

    private static boolean isDrawn(int point) {
        return DRAWN.indexOf(point) >= 0
                || Character.getType(point) == Character.FORMAT
                || Character.isSpaceChar(point);
    }
}
