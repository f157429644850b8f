package org.dragoman.quality.claim;

import java.util.List;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Amount;
import org.dragoman.quality.claim.Mention.Day;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.quality.fact.Measure;
import org.dragoman.text.Span;

/** Tells whether a mention of a claim is certainly another than one of the article. */
final class Difference {
    private Difference() {}

    /** Whether {@code claim} and {@code source}, in {@code line}, are of one kind and differ. */
    static boolean of(Match match, Mention claim, Line line, Mention source) {
        if (claim instanceof Amount one) {
            return source instanceof Amount other && numbers(match, one, line, other);
        }
        if (claim instanceof Day one) {
            return source instanceof Day other && days(one, other);
        }
        return claim instanceof Name one
                && source instanceof Name other
                && names(match, one, line, other);
    }

    /** Whether no reading of the article's number, torn or mended, may be the claim's. */
    private static boolean numbers(Match match, Amount one, Line line, Amount other) {
        Rounding rounding = new Rounding(match);
        Span span = line.span(other);
        return counts(one)
                && counts(other)
                && match.source()
                        .facts()
                        .numbers()
                        .filter(q -> q.span().start() <= span.end())
                        .filter(q -> span.start() <= q.span().end())
                        .noneMatch(stated -> rounding.same(one, stated));
    }

    private static boolean counts(Amount amount) {
        return amount.quantity().measure() != Measure.LABEL;
    }

    private static boolean days(Day one, Day other) {
        return one.day().kind() == other.day().kind() && !one.day().same(other.day());
    }

    private static boolean names(Match match, Name name, Line line, Name other) {
        Spellings spellings = new Spellings(match.source(), match.lexicon());
        List<Word> words = match.claim().words().subList(name.from(), name.to());
        List<Word> others = line.words().subList(other.from(), other.to());
        return agents(match, match.claim()) == agents(match, line)
                && !spellings.know(words)
                && words.stream().noneMatch(word -> akin(spellings, word, others));
    }

    /** Where one of two sentences is in the passive, names change their places. */
    private static long agents(Match match, Line line) {
        return line.words().stream()
                .filter(word -> match.lexicon().lists(Kind.AGENT, word.form()))
                .count();
    }

    private static boolean akin(Spellings spellings, Word word, List<Word> others) {
        return others.stream().anyMatch(other -> spellings.akin(word.form(), other.form()));
    }
}
