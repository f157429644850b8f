package org.dragoman.summarization;

import java.util.List;
import org.dragoman.article.Article;
import org.dragoman.web.Provenance;
import org.dragoman.web.ReadArticle;
import org.dragoman.web.ReadCoverage;
import org.dragoman.web.SourceLanguage;
import org.dragoman.web.Timing;

/** The answer of {@code POST /v1/summaries}. */
public record SummaryAnswer(
        SourceLanguage language,
        ReadArticle article,
        List<Article.Dropped> dropped,
        Summary summary,
        ReadCoverage coverage,
        Provenance provenance,
        Timing timing) {
    public SummaryAnswer {
        dropped = List.copyOf(dropped);
    }
}
