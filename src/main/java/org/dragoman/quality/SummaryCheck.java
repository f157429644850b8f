package org.dragoman.quality;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dragoman.inference.Deadline;
import org.dragoman.inference.Inference;
import org.dragoman.model.Models;
import org.dragoman.quality.claim.Claim;
import org.dragoman.quality.claim.ClaimGuard;
import org.dragoman.quality.claim.Judgement;
import org.dragoman.quality.support.Evidence;
import org.dragoman.quality.support.SentenceVectors;
import org.dragoman.quality.support.Source;
import org.dragoman.quality.support.Support;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/** Checks the sentences of a summary against the text it is of. Thread-safe. */
@Singleton
final class SummaryCheck {
    private final SentenceSplitter splitter;
    private final ClaimGuard guard = new ClaimGuard();
    private final Evidence evidence;

    SummaryCheck(SentenceSplitter splitter, Models models, Inference inference) {
        this.splitter = splitter;
        this.evidence = new Evidence(models, new SentenceVectors(models, inference));
    }

    /** What there is to tell of {@code summary}; both are in the language of {@code article}. */
    Told of(Told.Text article, String summary, Deadline deadline) {
        List<Span> sentences = splitter.split(article.text(), article.language());
        List<Span> spans = splitter.split(summary, article.language());
        List<String> texts = spans.stream().map(span -> span.in(summary)).toList();
        Source source = Source.of(article.text(), sentences, article.language());
        Evidence.Found found = evidence.of(source, texts, deadline);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            claims.add(new Claim(texts.get(i), found.likeness(i)));
        }
        List<Judgement> judged =
                guard.read(article.text(), sentences, null, article.language()).judge(claims);
        List<CheckAnswer.Sentence> told = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            told.add(sentence(texts.get(i), spans.get(i), judged.get(i), found.support().get(i)));
        }
        return new Told(told, Stream.ofNullable(found.model()).toList());
    }

    private static CheckAnswer.Sentence sentence(
            String text, Span span, Judgement judged, List<Support> support) {
        return new CheckAnswer.Sentence(
                text,
                span,
                judged.risk(),
                judged.verdict(),
                judged.findings().stream().map(found -> found.shift(0, span.start())).toList(),
                support);
    }
}
