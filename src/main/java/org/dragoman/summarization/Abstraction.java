package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.quality.support.Evidence;
import org.dragoman.quality.support.SentenceVectors;
import org.dragoman.quality.support.Support;
import org.dragoman.quality.support.Words;
import org.dragoman.text.ClauseSplitter;
import org.dragoman.text.Finding;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.web.Provenance;

/**
 * New sentences by a model that writes, each with what supports it in the article. When the model
 * writes no whole sentence the article's own stand for it, and the answer says so.
 */
final class Abstraction implements Strategy {
    private final Models models;
    private final Inference inference;
    private final SentenceSplitter splitter;
    private final ClauseSplitter clauses;
    private final Evidence evidence;
    private final Extraction otherwise;

    /**
     * @param otherwise what gives the summary when the model writes no whole sentence
     */
    Abstraction(
            Models models,
            Inference inference,
            SentenceSplitter splitter,
            ClauseSplitter clauses,
            Extraction otherwise) {
        this.models = models;
        this.inference = inference;
        this.splitter = splitter;
        this.clauses = clauses;
        this.evidence = new Evidence(models, new SentenceVectors(models, inference));
        this.otherwise = otherwise;
    }

    @Override
    public Draft draft(Subject subject, Maxima maxima, Deadline deadline) {
        try (Writer writer = writer(subject.language(), deadline)) {
            Fusion fusion = new Fusion(writer, subject, splitter, clauses);
            Fusion.Fused fused = fusion.fuse(maxima);
            return fused.sentences().isEmpty()
                    ? otherwise
                            .draft(subject, maxima, deadline)
                            .insteadOf(refused(fused.written()), writer.used())
                    : draft(subject, fused, maxima, writer.used(), deadline);
        }
    }

    private Writer writer(LanguageTag language, Deadline deadline) {
        ModelCard card =
                models.summarizer(language)
                        .orElseThrow(
                                () ->
                                        new DragomanException(
                                                ErrorCode.MODEL_NOT_INSTALLED,
                                                "No model that writes summaries in "
                                                        + language.name(Locale.ENGLISH)
                                                        + " is installed."));
        return new Writer(models.lease(card.name()), inference, language, deadline);
    }

    private Draft draft(
            Subject subject,
            Fusion.Fused fused,
            Maxima maxima,
            Provenance.Used writer,
            Deadline deadline) {
        List<String> sentences = chosen(fused.sentences(), subject.words(), maxima);
        Evidence.Found found = evidence.of(subject.source(), sentences, deadline);
        List<Provenance.Used> used = new ArrayList<>(List.of(writer));
        if (found.model() != null) {
            used.add(found.model());
        }
        return new Draft(
                Method.ABSTRACTIVE,
                Reason.REQUESTED,
                writer,
                IntStream.range(0, sentences.size())
                        .mapToObj(i -> line(sentences.get(i), found.support().get(i), subject))
                        .toList(),
                List.of(),
                used,
                fused.written().size());
    }

    /** As many from the first on as the maxima allow; the shortest when not even that one fits. */
    private static List<String> chosen(List<String> sentences, Words words, Maxima maxima) {
        List<String> chosen = new ArrayList<>();
        long count = 0;
        for (String sentence : sentences) {
            count += words.count(sentence);
            if (!maxima.allow(chosen.size() + 1, count)) {
                break;
            }
            chosen.add(sentence);
        }
        return chosen.isEmpty()
                ? sentences.stream().min(Comparator.comparingInt(words::count)).stream().toList()
                : chosen;
    }

    private static Draft.Line line(String sentence, List<Support> support, Subject subject) {
        return new Draft.Line(sentence, subject.words().count(sentence), support);
    }

    /** What the model wrote, a text for each chunk it wrote something for. */
    private static List<Summary.Replaced> refused(List<Written> written) {
        Finding unfinished =
                new Finding(Finding.Kind.UNFINISHED, Finding.Severity.SEVERE, null, null);
        return written.stream()
                .map(each -> Written.line(each.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> new Summary.Replaced(text, List.of(unfinished)))
                .toList();
    }
}
