package org.dragoman.summarization;

import java.util.List;
import java.util.Set;
import org.dragoman.article.Article;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Phrases;
import org.dragoman.quality.support.Words;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/** Reads the sentences of an article and what speaks against each. Immutable and thread-safe. */
final class Candidates {
    private final SentenceSplitter splitter;
    private final Phrases openings = Phrases.read("/summarization/openings.txt");

    Candidates(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** The article's sentences; a dateline is no part of the sentence it stands before. */
    Subject of(Article article, LanguageTag language) {
        Words words = new Words(language);
        Traits traits = new Traits(article, new Openings(openings.of(language)), words);
        List<Candidate> sentences =
                splitter.split(article.text(), language).stream()
                        .map(span -> DatelineCut.apply(article, span))
                        .map(span -> candidate(span, article.text(), words, traits))
                        .toList();
        String headline = article.headline() == null ? null : article.headline().text();
        Set<String> terms = headline == null ? Set.of() : words.terms(headline);
        return new Subject(article, language, words, sentences, headline, terms);
    }

    private static Candidate candidate(Span span, String all, Words words, Traits traits) {
        String text = span.in(all);
        return new Candidate(
                span, text, words.count(text), words.terms(text), traits.of(span, text));
    }
}
