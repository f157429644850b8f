package org.dragoman.web;

import java.util.List;
import org.dragoman.article.Article;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What answers tell of an article that was read; what was dropped and the coverage stand beside it.
 *
 * @param text the paragraphs joined by a blank line, without the headline
 */
public record ReadArticle(
        @Schema(nullable = true) Article.@Nullable Part headline,
        @Schema(nullable = true) Article.@Nullable Part byline,
        @Schema(nullable = true) Article.@Nullable Part dateline,
        String text,
        List<Article.Paragraph> paragraphs) {
    public ReadArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    public static ReadArticle of(Article article) {
        return new ReadArticle(
                article.headline(),
                article.byline(),
                article.dateline(),
                article.text(),
                article.paragraphs());
    }
}
