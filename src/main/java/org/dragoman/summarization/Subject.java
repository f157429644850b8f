package org.dragoman.summarization;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dragoman.article.Article;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.support.Source;
import org.dragoman.quality.support.Words;
import org.jspecify.annotations.Nullable;

/**
 * What is to be summarised. The headline cannot be chosen, since the article's text does not hold
 * it, but it has a vote on what the text is about. For one thread, as its words are.
 *
 * @param words of its language
 * @param sentences in order, at least one
 * @param headline null when there is none
 */
record Subject(
        Article article,
        LanguageTag language,
        Words words,
        List<Candidate> sentences,
        @Nullable String headline,
        Set<String> headlineTerms) {
    Subject {
        sentences = List.copyOf(sentences);
        headlineTerms = Set.copyOf(headlineTerms);
    }

    /** The sentences as what may support others. */
    Source source() {
        return new Source(
                language,
                words,
                sentences.stream()
                        .map(s -> new Source.Sentence(s.span(), s.text(), s.terms()))
                        .toList());
    }

    /** The sentences, and the headline after them. */
    List<String> texts() {
        Stream<String> texts = sentences.stream().map(Candidate::text);
        return Stream.concat(texts, Stream.ofNullable(headline)).toList();
    }

    /** The terms of the same. */
    List<Set<String>> terms() {
        Stream<Set<String>> terms = sentences.stream().map(Candidate::terms);
        Stream<Set<String>> last = headline == null ? Stream.empty() : Stream.of(headlineTerms);
        return Stream.concat(terms, last).toList();
    }

    /** The sentences that are whole statements. */
    List<Candidate> whole() {
        return sentences.stream().filter(s -> !s.is(Candidate.Trait.FRAGMENT)).toList();
    }
}
