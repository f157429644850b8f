package org.dragoman.summarization;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.dragoman.article.Article;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.Models;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Summarises an article in its own sentences, so that each can be traced. The same article and
 * request give the same summary. Thread-safe.
 */
@ApplicationScoped
public class Summarizer {
    private final Weighing weighing;
    private final Candidates candidates;

    public Summarizer(Models models, Inference inference, SentenceSplitter splitter) {
        this.weighing = new Weighing(models, new SentenceVectors(models, inference));
        this.candidates = new Candidates(splitter);
    }

    /**
     * A summary and what made it.
     *
     * @param models the models that were used, none or one
     */
    public record Outcome(Summary summary, List<Provenance.Used> models) {
        public Outcome {
            models = List.copyOf(models);
        }
    }

    /**
     * Summarises {@code article}, which is in {@code language}.
     *
     * @throws DragomanException model-not-installed when new sentences are asked for; what {@link
     *     Models#lease} and {@link Inference#embed} throw
     */
    public Outcome summarize(
            Article article, LanguageTag language, SummaryRequest request, Deadline deadline) {
        Method method = request.methodOrDefault();
        if (method == Method.ABSTRACTIVE) {
            throw new DragomanException(
                    ErrorCode.MODEL_NOT_INSTALLED, "No model that writes summaries is installed.");
        }
        Subject subject = candidates.of(article, language);
        boolean tooShort = method == Method.AUTO && Lead.suffices(subject, request.maxima());
        return method == Method.LEAD || tooShort
                ? lead(subject, request, tooShort ? Reason.TOO_SHORT : Reason.REQUESTED)
                : extract(subject, request, deadline);
    }

    private static Outcome lead(Subject subject, SummaryRequest request, Reason reason) {
        List<Candidate> chosen = Lead.of(subject, request.maxima());
        return new Outcome(summary(request, Method.LEAD, reason, null, chosen), List.of());
    }

    private Outcome extract(Subject subject, SummaryRequest request, Deadline deadline) {
        Weighing.Weights weights = weighing.of(subject, deadline);
        List<Candidate> chosen = Extraction.of(subject, weights, request.maxima());
        Reason reason =
                request.methodOrDefault() == Method.AUTO ? weights.reason() : Reason.REQUESTED;
        Provenance.Used model = weights.model();
        return new Outcome(
                summary(request, Method.EXTRACTIVE, reason, model, chosen),
                model == null ? List.of() : List.of(model));
    }

    private static Summary summary(
            SummaryRequest request,
            Method method,
            Reason reason,
            Provenance.@Nullable Used model,
            List<Candidate> chosen) {
        Form form = request.formOrDefault();
        long words = chosen.stream().mapToLong(Candidate::words).sum();
        boolean kept = request.maxima().allow(chosen.size(), words);
        return new Summary(
                form,
                method,
                reason,
                model == null ? null : model.name(),
                kept ? null : Summary.Bounds.EXCEEDED,
                chosen.stream()
                        .map(Candidate::text)
                        .collect(Collectors.joining(form == Form.BULLETS ? "\n" : " ")),
                chosen.stream().map(Summarizer::sentence).toList(),
                List.of());
    }

    private static Summary.Sentence sentence(Candidate chosen) {
        return new Summary.Sentence(
                chosen.text(), List.of(Summary.Support.whole(chosen.span())), List.of());
    }
}
