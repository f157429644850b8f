package org.dragoman.summarization;

import org.dragoman.article.Article;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Takes the dateline off the sentence it stands before. */
final class DatelineCut {
    private static final String DASHES = "-‐‑‒–—―";

    private DatelineCut() {}

    /** The sentence after the dateline; {@code sentence} when it has none or is nothing else. */
    static Span apply(Article article, Span sentence) {
        Span dateline = inText(article);
        if (dateline == null
                || dateline.start() != sentence.start()
                || dateline.end() >= sentence.end()) {
            return sentence;
        }
        int start = dateline.end();
        while (start < sentence.end() && separates(article.text().charAt(start))) {
            start++;
        }
        return start < sentence.end() ? new Span(start, sentence.end()) : sentence;
    }

    private static boolean separates(char c) {
        return DASHES.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static @Nullable Span inText(Article article) {
        Article.Part dateline = article.dateline();
        if (dateline == null) {
            return null;
        }
        for (Article.Paragraph paragraph : article.paragraphs()) {
            int offset = dateline.source().start() - paragraph.source().start();
            if (offset >= 0 && dateline.source().end() <= paragraph.source().end()) {
                int start = paragraph.span().start() + offset;
                return new Span(start, start + dateline.source().length());
            }
        }
        return null;
    }
}
