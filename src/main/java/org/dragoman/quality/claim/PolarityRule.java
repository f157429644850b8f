package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.text.Finding;

/**
 * A negation lost or added. Either the claim repeats a sentence but for a negation between two
 * words that stand together, or it has a verb without one that the article, about the same things,
 * has only with one, or the other way round.
 */
final class PolarityRule implements Rule {
    /** Of the claim's weight that a sentence must have to be the one it repeats. */
    private static final double REPEATED = 0.6;

    /** How many words before a verb a negation may stand. */
    private static final int REACH = 3;

    private static final int FEWEST_SHARED = 2;

    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>(repeated(match));
        for (int i = 1; findings.isEmpty() && i < match.claim().size(); i++) {
            if (match.verbs().tells(match.claim(), i) && !says(match, match.claim().word(i))) {
                turned(match, i, findings);
            }
        }
        return findings;
    }

    private static boolean says(Match match, Word word) {
        return match.lexicon().lists(Kind.NEGATION, word.form())
                || match.lexicon().lists(Kind.SAYING, word.form());
    }

    private static List<Finding> repeated(Match match) {
        List<Finding> findings = new ArrayList<>();
        if (match.alignments().isEmpty() || match.alignments().get(0).coverage() < REPEATED) {
            return findings;
        }
        Alignment best = match.alignments().get(0);
        List<Gap> gaps = Gap.of(best, match.claim());
        for (Gap gap : gaps.subList(1, gaps.size() - 1)) {
            boolean added =
                    turns(match, match.claim(), gap.claim(), gap.line())
                            && !around(match, best.line(), gap.line().from());
            boolean lost =
                    turns(match, best.line(), gap.line(), gap.claim())
                            && !around(match, match.claim(), gap.claim().from());
            if (added || lost) {
                findings.add(
                        match.severe(
                                Finding.Kind.NEGATION_CHANGED,
                                best.line().span(gap.line().from() - 1, gap.line().to() + 1),
                                gap.claim().from() - 1,
                                gap.claim().to() + 1));
            }
        }
        return findings;
    }

    /** Whether a negation stands near, which may be the same in another place. */
    private static boolean around(Match match, Line line, int index) {
        return negates(
                match,
                line,
                Math.max(0, index - 2 * REACH),
                Math.min(line.size(), index + 2 * REACH));
    }

    private static boolean negates(Match match, Line line, int from, int to) {
        return line.words().subList(from, to).stream()
                .anyMatch(word -> match.lexicon().lists(Kind.NEGATION, word.form()));
    }

    /** Whether the range is one word that only negates, with nothing on the other side. */
    private static boolean turns(Match match, Line line, Gap.Range range, Gap.Range other) {
        return range.size() == 1
                && other.size() == 0
                && !line.word(range.from()).content()
                && match.lexicon().lists(Kind.NEGATION, line.word(range.from()).form());
    }

    private static void turned(Match match, int index, List<Finding> findings) {
        Context context = Context.of(match.claim(), index);
        Index.Place turned = null;
        for (Index.Place place : match.source().index().places(match.claim().word(index).stem())) {
            Line line = match.source().line(place);
            int shared = context.shared(line, place.index());
            if (shared > 0 && !opposed(match, index, line, place.index())) {
                return;
            }
            turned = shared >= FEWEST_SHARED && 2 * shared >= context.size() ? place : turned;
        }
        if (turned != null) {
            findings.add(
                    match.severe(
                            Finding.Kind.NEGATION_CHANGED,
                            match.source().word(turned).span(),
                            index,
                            index + 1));
        }
    }

    /** Whether one of the two is negated, and nothing in the other sentence negates at all. */
    private static boolean opposed(Match match, int index, Line line, int there) {
        return (negated(match, match.claim(), index) && !negates(match, line, 0, line.size()))
                || (negated(match, line, there)
                        && !negates(match, match.claim(), 0, match.claim().size()));
    }

    /** Whether a negation stands before the word in its clause. */
    private static boolean negated(Match match, Line line, int index) {
        for (int i = index; i > Math.max(0, index - REACH); i--) {
            if (line.word(i).apart()) {
                return false;
            }
            if (match.lexicon().lists(Kind.NEGATION, line.word(i - 1).form())) {
                return true;
            }
        }
        return false;
    }
}
