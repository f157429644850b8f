package org.dragoman.summarization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.article.Article;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.language.WritingSystem;
import org.dragoman.model.Models;
import org.dragoman.quality.claim.ClaimGuard;
import org.dragoman.quality.support.Evidence;
import org.dragoman.quality.support.SentenceVectors;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.web.Provenance;

/**
 * Summarises an article so that each sentence can be traced. The same article and request give the
 * same summary. Thread-safe.
 */
@ApplicationScoped
public class Summarizer {
    private final Candidates candidates;
    private final Lead lead;
    private final Extraction extraction;
    private final Writers writers;
    private final Guarding guarding;

    public Summarizer(
            Models models, Inference inference, SentenceSplitter splitter, ClauseSplitter clauses) {
        SentenceVectors vectors = new SentenceVectors(models, inference);
        this.candidates = new Candidates(splitter);
        this.lead = new Lead();
        this.extraction = new Extraction(new Weighing(models, vectors));
        this.writers = new Writers(models, inference, splitter, clauses);
        this.guarding = new Guarding(new ClaimGuard(), new Evidence(models, vectors));
    }

    /**
     * A summary and what made it.
     *
     * @param models the models that were used, in the order of first use
     * @param chunks pieces the article was summarised in
     */
    public record Outcome(Summary summary, List<Provenance.Used> models, int chunks) {
        public Outcome {
            models = List.copyOf(models);
        }
    }

    /**
     * Summarises {@code article}, which is in {@code language}.
     *
     * @throws org.dragoman.failure.DragomanException model-not-installed when new sentences are
     *     asked for and no model writes summaries in the language; too-large when the model cannot
     *     even read one character; what {@link Models#lease} and {@link Inference} throw
     */
    public Outcome summarize(
            Article article, LanguageTag language, SummaryRequest request, Deadline deadline) {
        return deadline.trace()
                .within("summarise", () -> written(article, language, request, deadline));
    }

    private Outcome written(
            Article article, LanguageTag language, SummaryRequest request, Deadline deadline) {
        Subject subject = candidates.of(article, language);
        Draft written = strategy(subject, request).draft(subject, request.maxima(), deadline);
        Draft draft =
                written.method() == Method.ABSTRACTIVE
                        ? written
                        : written.with(guarding.copied(subject, written.lines()));
        return new Outcome(
                summary(request, draft, WritingSystem.of(language)),
                draft.models(),
                draft.chunks());
    }

    private Strategy strategy(Subject subject, SummaryRequest request) {
        return switch (request.methodOrDefault()) {
            case AUTO -> automatic(subject, request);
            case LEAD -> lead;
            case EXTRACTIVE -> extraction;
            case ABSTRACTIVE -> new Abstraction(writers, guarding, extraction, 0.5);
        };
    }

    /** New sentences only where all of them pass. */
    private Strategy automatic(Subject subject, SummaryRequest request) {
        if (lead.suffices(subject, request.maxima())) {
            return lead;
        }
        return writers.has(subject.language())
                ? new Abstraction(writers, guarding, extraction, 0)
                : extraction;
    }

    private static Summary summary(SummaryRequest request, Draft draft, WritingSystem system) {
        Form form = request.formOrDefault();
        boolean asked = draft.method() == request.methodOrDefault();
        String between = form == Form.BULLETS ? "\n" : system.spacedSentences() ? " " : "";
        boolean kept = request.maxima().allow(draft.lines().size(), draft.words());
        return new Summary(
                form,
                draft.method(),
                asked ? Reason.REQUESTED : draft.reason(),
                draft.model() == null ? null : draft.model().name(),
                kept ? null : Summary.Bounds.EXCEEDED,
                draft.lines().stream().map(Draft.Line::text).collect(Collectors.joining(between)),
                sentences(draft.lines(), between.length()),
                draft.replaced());
    }

    /**
     * @param between characters between two of them in the text
     */
    private static List<Summary.Sentence> sentences(List<Draft.Line> lines, int between) {
        List<Summary.Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (Draft.Line line : lines) {
            sentences.add(new Summary.Sentence(line.text(), line.support(), line.findings(start)));
            start += line.text().length() + between;
        }
        return sentences;
    }
}
