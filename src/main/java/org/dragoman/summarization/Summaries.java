package org.dragoman.summarization;

import jakarta.enterprise.context.ApplicationScoped;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.inference.Deadline;
import org.dragoman.model.Stage;
import org.dragoman.web.ArticleEvent;
import org.dragoman.web.Events;
import org.dragoman.web.Findings;
import org.dragoman.web.LanguageOf;
import org.dragoman.web.Provenance;
import org.dragoman.web.ReadArticle;
import org.dragoman.web.ReadCoverage;
import org.dragoman.web.Service;
import org.dragoman.web.SourceLanguage;
import org.dragoman.web.Stopwatch;
import org.dragoman.web.TextBounds;
import org.dragoman.web.Timing;

/** The whole way of a call for a summary, over HTTP or from the command line. Thread-safe. */
@ApplicationScoped
public class Summaries {
    private final ArticleReader reader;
    private final LanguageOf languages;
    private final Summarizer summarizer;
    private final TextBounds bounds;

    Summaries(
            ArticleReader reader, LanguageOf languages, Summarizer summarizer, TextBounds bounds) {
        this.reader = reader;
        this.languages = languages;
        this.summarizer = summarizer;
        this.bounds = bounds;
    }

    /**
     * The answer to a call.
     *
     * @param queueMillis how long the call waited before this
     * @throws org.dragoman.failure.DragomanException invalid-field; too-large; no-article;
     *     language-undetected; and what {@link Summarizer#summarize} throws
     */
    public SummaryAnswer answer(SummaryCall call, Deadline deadline, long queueMillis) {
        return answer(call, deadline, queueMillis, Events.NONE);
    }

    /** The same, telling of the article and the summary's sentences as they are final. */
    public SummaryAnswer answer(
            SummaryCall call, Deadline deadline, long queueMillis, Events events) {
        Stopwatch watch = new Stopwatch();
        String text = call.checkedText();
        bounds.admit(text, 0, deadline);
        Article article =
                deadline.trace().within("read", () -> Stage.READ.time(() -> reader.read(text)));
        SourceLanguage language = languages.of(article, call.language());
        ArticleEvent.tell(events, language, article);
        long read = watch.lap();
        Summarizer.Outcome outcome =
                summarizer.summarize(article, language.code(), call.summaryOrDefault(), deadline);
        outcome.summary().tell(events);
        Findings.told(outcome.summary().findings());
        return new SummaryAnswer(
                language,
                ReadArticle.of(article),
                article.dropped(),
                outcome.summary(),
                ReadCoverage.of(article.coverage(), outcome.chunks()),
                new Provenance(Service.nameAndVersion(), outcome.models()),
                new Timing(queueMillis, read, watch.lap(), null, queueMillis + watch.total()));
    }
}
