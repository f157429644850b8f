package org.dragoman.quality.support;

import java.util.List;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Span;

/**
 * What may support a sentence. For one thread, as its words are.
 *
 * @param words of its language
 * @param sentences in order, at least one
 */
public record Source(LanguageTag language, Words words, List<Sentence> sentences) {
    public Source {
        sentences = List.copyOf(sentences);
    }

    /** The sentences of {@code text} that stand at {@code spans}. */
    public static Source of(String text, List<Span> spans, LanguageTag language) {
        Words words = new Words(language);
        return new Source(
                language,
                words,
                spans.stream()
                        .map(span -> new Sentence(span, span.in(text), words.terms(span.in(text))))
                        .toList());
    }

    /**
     * A sentence.
     *
     * @param span where it stands
     * @param terms the words it is compared by
     */
    public record Sentence(Span span, String text, Set<String> terms) {
        public Sentence {
            terms = Set.copyOf(terms);
        }
    }
}
