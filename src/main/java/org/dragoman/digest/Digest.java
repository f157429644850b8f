package org.dragoman.digest;

import java.util.List;
import org.dragoman.article.Article;
import org.dragoman.summarization.Summary;
import org.dragoman.translation.Version;
import org.dragoman.web.Provenance;
import org.dragoman.web.ReadArticle;
import org.dragoman.web.ReadCoverage;
import org.dragoman.web.SourceLanguage;
import org.dragoman.web.Timing;

/**
 * The whole answer: what the article says, in short, and in other languages. Spans of {@code
 * article} and {@code dropped} are in the input; of the summary's support in the article's text; of
 * segments in the text of their part. Immutable.
 */
public record Digest(
        SourceLanguage language,
        ReadArticle article,
        List<Article.Dropped> dropped,
        Summary summary,
        List<Version> versions,
        ReadCoverage coverage,
        Provenance provenance,
        Timing timing) {
    public Digest {
        dropped = List.copyOf(dropped);
        versions = List.copyOf(versions);
    }
}
