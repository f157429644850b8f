package org.dragoman.quality.segment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.quality.fact.WordLists;
import org.dragoman.text.Span;

/** The words of a language that negate. Immutable. */
final class Negations {
    private final Set<String> sure;
    private final Set<String> notBefore;
    private final Affixes wide;

    private Negations(Set<String> sure, Set<String> notBefore, Affixes wide) {
        this.sure = sure;
        this.notBefore = notBefore;
        this.wide = wide;
    }

    static Negations of(WordLists lists) {
        return new Negations(
                Set.copyOf(lists.words("negation")),
                Set.copyOf(lists.words("not-before")),
                Affixes.of(lists.words("negation-wide")));
    }

    /** Whether anything is known of the language. */
    boolean known() {
        return !wide.isEmpty();
    }

    /** The first word that negates for sure. */
    Optional<Span> sure(List<Words.Word> words) {
        for (int at = 0; at < words.size(); at++) {
            boolean only = at + 1 < words.size() && notBefore.contains(words.get(at + 1).form());
            if (sure.contains(words.get(at).form()) && !only && !alone(words, at)) {
                return Optional.of(words.get(at).span());
            }
        }
        return Optional.empty();
    }

    /** Whether it is a letter that negates only at the end of another word: the t of don't. */
    private static boolean alone(List<Words.Word> words, int at) {
        Span span = words.get(at).span();
        boolean tail =
                at > 0
                        && words.get(at - 1).form().endsWith("n")
                        && words.get(at - 1).span().end() == span.start() - 1;
        return span.length() == 1 && words.get(at).form().equals("t") && !tail;
    }

    /** Whether any word may carry a negation. */
    boolean any(List<Words.Word> words) {
        return words.stream()
                .map(Words.Word::form)
                .anyMatch(form -> sure.contains(form) || wide.matches(form));
    }
}
