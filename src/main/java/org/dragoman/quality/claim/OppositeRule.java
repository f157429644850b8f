package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dragoman.text.Finding;

/**
 * A word where the article has its opposite, rose for fell: in the same place of a sentence that
 * the claim repeats, or about the same things and the word itself nowhere.
 */
final class OppositeRule implements Rule {
    private static final double REPEATED = 0.6;
    private static final int FEWEST_SHARED = 2;

    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < match.claim().size(); i++) {
            Set<String> opposites = match.lexicon().opposites(match.claim().word(i).form());
            if (!opposites.isEmpty()) {
                int at = i;
                replaced(match, at, opposites)
                        .or(() -> turned(match, at, opposites))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    /** The opposite fills the gap in which the word stands. */
    private static Optional<Finding> replaced(Match match, int index, Set<String> opposites) {
        if (match.alignments().isEmpty() || match.alignments().get(0).coverage() < REPEATED) {
            return Optional.empty();
        }
        Alignment best = match.alignments().get(0);
        return Gap.of(best, match.claim()).stream()
                .filter(gap -> gap.claim().size() == 1 && gap.claim().from() == index)
                .filter(gap -> gap.line().size() == 1)
                .map(gap -> best.line().word(gap.line().from()))
                .filter(word -> opposites.contains(word.form()))
                .findFirst()
                .map(word -> finding(match, index, word));
    }

    private static Finding finding(Match match, int index, Word word) {
        return match.severe(Finding.Kind.OPPOSITE, word.span(), index, index + 1);
    }

    private static Optional<Finding> turned(Match match, int index, Set<String> opposites) {
        String form = match.claim().word(index).form();
        if (match.source().has(Stems.of(form))
                || !places(match, match.lexicon().alike(form)).isEmpty()) {
            return Optional.empty();
        }
        Context context = Context.of(match.claim(), index);
        return places(match, opposites).stream()
                .filter(place -> same(match, index, place, context))
                .findFirst()
                .map(place -> finding(match, index, match.source().word(place)));
    }

    private static boolean same(Match match, int index, Index.Place place, Context context) {
        Line line = match.source().line(place);
        int shared = context.shared(line, place.index());
        return (shared >= FEWEST_SHARED && 2 * shared >= context.size())
                || sameHead(match.claim(), index, line, place.index());
    }

    /** Whether one thing follows both: upper house, lower house. */
    private static boolean sameHead(Line claim, int index, Line line, int there) {
        return index + 1 < claim.size()
                && there + 1 < line.size()
                && claim.word(index + 1).content()
                && !claim.word(index + 1).apart()
                && !line.word(there + 1).apart()
                && claim.word(index + 1).stem().equals(line.word(there + 1).stem());
    }

    private static List<Index.Place> places(Match match, Set<String> forms) {
        return forms.stream()
                .flatMap(form -> match.source().index().places(Stems.of(form)).stream())
                .filter(place -> forms.contains(match.source().word(place).form()))
                .toList();
    }
}
