package org.dragoman.quality.claim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** A claim beside the article it should follow from. Immutable. */
final class Match {
    private static final int MOST_LINES = 12;

    private final Line claim;
    private final Facts facts;
    private final List<Mention> mentions;
    private final List<Span> quotations;
    private final Source source;
    private final Lexicon lexicon;
    private final Verbs verbs;
    private final List<Alignment> whole;

    Match(String text, Line claim, Facts facts, Source source, Lexicon lexicon) {
        this.claim = claim;
        this.facts = facts;
        this.source = source;
        this.lexicon = lexicon;
        this.mentions = source.reader().in(claim, facts);
        this.quotations = Quotations.in(text);
        this.verbs = new Verbs(lexicon);
        this.whole = alignments(new Gap.Range(0, claim.size()));
    }

    Line claim() {
        return claim;
    }

    Facts facts() {
        return facts;
    }

    Source source() {
        return source;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Verbs verbs() {
        return verbs;
    }

    /** Of the claim, in order. */
    List<Mention> mentions() {
        return mentions;
    }

    /** What the claim has in quotation marks. */
    List<Span> quotations() {
        return quotations;
    }

    List<Name> names() {
        return Mentions.names(mentions);
    }

    /** The claim with the lines of the article that share most with it, best first. */
    List<Alignment> alignments() {
        return whole;
    }

    /** A part of the claim with the lines of the article that share most with it, best first. */
    List<Alignment> alignments(Gap.Range part) {
        Map<Integer, Double> shared = new HashMap<>();
        for (Word word : claim.words().subList(part.from(), part.to())) {
            if (word.content()) {
                double weight = source.index().weight(word.stem());
                for (int line : source.index().lines(word.stem())) {
                    shared.merge(line, weight, Double::sum);
                }
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .limit(MOST_LINES)
                .map(entry -> source.lines().get(entry.getKey()))
                .map(line -> Alignment.of(claim, part, line, source.index()))
                .sorted(Comparator.comparingDouble(alignment -> -alignment.coverage()))
                .toList();
    }

    /** The first alignments that cover no less than the best less {@code slack}. */
    static List<Alignment> best(List<Alignment> alignments, double slack) {
        return alignments.stream()
                .takeWhile(a -> a.coverage() >= alignments.get(0).coverage() - slack)
                .toList();
    }

    /** A severe finding about the words {@code from..to} of the claim. */
    Finding severe(Finding.Kind kind, @Nullable Span there, int from, int to) {
        return new Finding(kind, Severity.SEVERE, there, claim.span(from, to));
    }
}
