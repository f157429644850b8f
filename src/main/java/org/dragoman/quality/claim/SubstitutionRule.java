package org.dragoman.quality.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;

/**
 * One thing in the place of another: the claim repeats a sentence of the article, except that it
 * has a name, a number or a day where the article has a different one. No other sentence the claim
 * could repeat says the same.
 */
final class SubstitutionRule implements Rule {
    /** Of what the claim weighs without the mention, that the sentence must have. */
    private static final double REPEATED = 0.6;

    /** How much less a sentence may cover that can clear the claim. */
    private static final double SLACK = 0.12;

    private static final int LONGEST_GAP = 6;
    private static final int MOST_BESIDE = 2;

    /** What the claim has and what the article has in its place. */
    private record Substitution(Mention claim, Mention source, Line line) {}

    @Override
    public List<Finding> check(Match match) {
        if (match.mentions().isEmpty() || match.alignments().isEmpty()) {
            return List.of();
        }
        List<Optional<Substitution>> found =
                Match.best(match.alignments(), SLACK).stream()
                        .map(alignment -> substituted(match, alignment))
                        .toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.get(0).map(s -> finding(match, s)).stream().toList()
                : List.of();
    }

    private static Finding finding(Match match, Substitution found) {
        Mention mention = found.claim();
        return match.severe(
                mention.changed(), found.line().span(found.source()), mention.from(), mention.to());
    }

    private static Optional<Substitution> substituted(Match match, Alignment alignment) {
        Optional<Substitution> bound = bound(match, alignment);
        return bound.isPresent() ? bound : inGap(match, alignment);
    }

    /**
     * A number or a day after two words that are followed by another in the article: it may stand
     * elsewhere in the sentence, and belongs to something else there.
     */
    private static Optional<Substitution> bound(Match match, Alignment alignment) {
        Map<Integer, Integer> pairs = new HashMap<>();
        alignment.pairs().forEach(pair -> pairs.put(pair.claim(), pair.line()));
        return match.mentions().stream()
                .filter(mention -> !(mention instanceof Name) && mention.from() > 1)
                .flatMap(mention -> after(match, alignment, mention, pairs))
                .filter(
                        s ->
                                Difference.of(match, s.claim(), s.line(), s.source())
                                        && repeated(match, alignment, s.claim()))
                .findFirst();
    }

    private static Stream<Substitution> after(
            Match match, Alignment alignment, Mention mention, Map<Integer, Integer> pairs) {
        int one = pairs.getOrDefault(mention.from() - 2, -1);
        int two = pairs.getOrDefault(mention.from() - 1, -1);
        return one < 0 || two != one + 1 || match.claim().word(mention.from()).apart()
                ? Stream.empty()
                : match.source().mentions(alignment.line()).stream()
                        .filter(other -> other.from() == two + 1)
                        .filter(other -> other.getClass() == mention.getClass())
                        .map(other -> new Substitution(mention, other, alignment.line()));
    }

    private static Optional<Substitution> inGap(Match match, Alignment alignment) {
        return Gap.of(alignment, match.claim()).stream()
                .filter(gap -> Math.max(gap.claim().size(), gap.line().size()) <= LONGEST_GAP)
                .flatMap(gap -> pairs(match, alignment.line(), gap))
                .filter(
                        s ->
                                Difference.of(match, s.claim(), s.line(), s.source())
                                        && repeated(match, alignment, s.claim()))
                .findFirst();
    }

    /** Mentions of one kind that stand alone of their kind on both sides of a gap. */
    private static Stream<Substitution> pairs(Match match, Line line, Gap gap) {
        List<Mention> there =
                match.source().mentions(line).stream().filter(gap.line()::holds).toList();
        List<Mention> here = match.mentions().stream().filter(gap.claim()::holds).toList();
        return here.stream()
                .filter(one -> alone(here, one))
                .flatMap(
                        one ->
                                there.stream()
                                        .filter(other -> other.getClass() == one.getClass())
                                        .filter(other -> alone(there, other))
                                        .map(other -> new Substitution(one, other, line)))
                .filter(s -> !owner(line, s.source()) || owner(match.claim(), s.claim()))
                .filter(s -> beside(match, gap, s) <= MOST_BESIDE);
    }

    /** Whether it only tells whose the next thing is: "Moreno's side" may well be a club. */
    private static boolean owner(Line line, Mention mention) {
        return line.word(mention.to() - 1).owner();
    }

    /** How many words that tell something stand beside the two in their gaps. */
    private static int beside(Match match, Gap gap, Substitution found) {
        return beside(match.claim(), gap.claim(), found.claim())
                + beside(found.line(), gap.line(), found.source());
    }

    private static int beside(Line line, Gap.Range gap, Mention mention) {
        return line.content(gap.from(), gap.to()) - line.content(mention.from(), mention.to());
    }

    private static boolean alone(List<Mention> mentions, Mention one) {
        return mentions.stream().filter(other -> other.getClass() == one.getClass()).count() == 1;
    }

    private static boolean repeated(Match match, Alignment alignment, Mention mention) {
        Index index = match.source().index();
        double all = 0;
        double own = 0;
        for (int i = 0; i < match.claim().size(); i++) {
            Word word = match.claim().word(i);
            double weight = word.content() ? index.weight(word.stem()) : 0;
            all += weight;
            own += i >= mention.from() && i < mention.to() ? weight : 0;
        }
        return all > own && alignment.coverage() * all >= REPEATED * (all - own);
    }
}
