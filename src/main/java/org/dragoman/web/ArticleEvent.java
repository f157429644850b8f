package org.dragoman.web;

import java.util.List;
import org.dragoman.article.Article;

/** The article as it was read, as the first event of a stream. */
public record ArticleEvent(
        SourceLanguage language, ReadArticle article, List<Article.Dropped> dropped) {
    public ArticleEvent {
        dropped = List.copyOf(dropped);
    }

    /** Tells of an article. */
    public static void tell(Events events, SourceLanguage language, Article article) {
        events.tell(
                "article", new ArticleEvent(language, ReadArticle.of(article), article.dropped()));
    }
}
