package org.dragoman.web;

import java.util.List;
import org.dragoman.article.Article;

/** The article as it was read, as the first event of a stream. */
public record ArticleEvent(
        SourceLanguage language, ReadArticle article, List<Article.Dropped> dropped) {
    public ArticleEvent {
        dropped = List.copyOf(dropped);
    }

    public static ArticleEvent of(SourceLanguage language, Article article) {
        return new ArticleEvent(language, ReadArticle.of(article), article.dropped());
    }
}
