package org.dragoman.web;

import org.dragoman.article.Article;

/**
 * Where the input's UTF-16 units went; {@code characters} = kept + dropped + white space.
 *
 * @param truncated kept units that no model saw: always 0, a call that would have to cut fails
 * @param chunks pieces the article was summarised in
 */
public record ReadCoverage(
        int characters, int kept, int dropped, int whitespace, int truncated, int chunks) {
    /** The coverage of an article that was summarised in so many pieces. */
    public static ReadCoverage of(Article.Coverage coverage, int chunks) {
        return new ReadCoverage(
                coverage.characters(),
                coverage.kept(),
                coverage.dropped(),
                coverage.whitespace(),
                0,
                chunks);
    }
}
