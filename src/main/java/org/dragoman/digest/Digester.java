package org.dragoman.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.article.Article;
import org.dragoman.article.ArticleReader;
import org.dragoman.inference.Deadline;
import org.dragoman.model.Stage;
import org.dragoman.summarization.Summarizer;
import org.dragoman.summarization.Summary;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.dragoman.translation.Part;
import org.dragoman.translation.Translated;
import org.dragoman.translation.Translator;
import org.dragoman.translation.Version;
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
import org.dragoman.web.Timing;

/** The main job: reads, summarises and translates one scraped article. Thread-safe. */
@ApplicationScoped
public class Digester {
    private final ArticleReader reader;
    private final LanguageOf languages;
    private final Summarizer summarizer;
    private final Translator translator;

    Digester(
            ArticleReader reader,
            LanguageOf languages,
            Summarizer summarizer,
            Translator translator) {
        this.reader = reader;
        this.languages = languages;
        this.summarizer = summarizer;
        this.translator = translator;
    }

    /**
     * The digest of a checked request.
     *
     * @param queueMillis how long the request waited before this call
     * @throws org.dragoman.failure.DragomanException no-article; language-undetected;
     *     language-unsupported when there are targets and none can be reached; model-not-installed;
     *     deadline-exceeded, queue-full, model-unavailable, shutting-down
     */
    public Digest digest(DigestRequest.Order order, Deadline deadline, long queueMillis) {
        return digest(order, deadline, queueMillis, Events.NONE);
    }

    /** The same, telling of the article, the summary's sentences and segments as they are final. */
    public Digest digest(
            DigestRequest.Order order, Deadline deadline, long queueMillis, Events events) {
        Stopwatch watch = new Stopwatch();
        Article article = read(order.text(), deadline);
        SourceLanguage language = languages.of(article, order.language());
        ArticleEvent.tell(events, language, article);
        long read = watch.lap();
        Summarizer.Outcome summarized =
                summarizer.summarize(article, language.code(), order.summary(), deadline);
        summarized.summary().tell(events);
        long summary = watch.lap();
        Translated<Version> versions =
                translator.versions(
                        parts(article, summarized.summary(), order.parts()),
                        language.code(),
                        order.versions(),
                        deadline,
                        events);
        long translation = watch.lap();
        Findings.told(findings(summarized.summary(), versions.versions()));
        return new Digest(
                language,
                ReadArticle.of(article),
                article.dropped(),
                summarized.summary(),
                versions.versions(),
                ReadCoverage.of(article.coverage(), summarized.chunks()),
                new Provenance(Service.nameAndVersion(), used(summarized, versions)),
                new Timing(queueMillis, read, summary, translation, queueMillis + watch.total()));
    }

    private Article read(String text, Deadline deadline) {
        return deadline.trace().within("read", () -> Stage.READ.time(() -> reader.read(text)));
    }

    private static Stream<Finding> findings(Summary summary, List<Version> versions) {
        return Stream.concat(
                summary.findings(),
                versions.stream().flatMap(version -> version.findings().stream()));
    }

    private static List<Part> parts(Article article, Summary summary, Set<Part.Kind> wanted) {
        List<Part> parts = new ArrayList<>();
        Article.Part headline = article.headline();
        if (wanted.contains(Part.Kind.HEADLINE) && headline != null) {
            parts.add(Part.of(Part.Kind.HEADLINE, headline.text()));
        }
        if (wanted.contains(Part.Kind.SUMMARY)) {
            parts.add(new Part(Part.Kind.SUMMARY, summary.text(), sentences(summary)));
        }
        if (wanted.contains(Part.Kind.ARTICLE)) {
            parts.add(Part.of(Part.Kind.ARTICLE, article.text()));
        }
        return parts;
    }

    /** Where the sentences stand in the summary's text. */
    private static List<Span> sentences(Summary summary) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (Summary.Sentence sentence : summary.sentences()) {
            start = summary.text().indexOf(sentence.text(), start);
            spans.add(new Span(start, start + sentence.text().length()));
            start += sentence.text().length();
        }
        return spans;
    }

    private static List<Provenance.Used> used(
            Summarizer.Outcome summarized, Translated<Version> versions) {
        Set<Provenance.Used> used = new LinkedHashSet<>(summarized.models());
        used.addAll(versions.models());
        return List.copyOf(used);
    }
}
