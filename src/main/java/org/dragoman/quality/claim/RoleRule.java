package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;

/**
 * Who is what: a word right before a name, which the article has right before another name, and
 * nowhere near this one.
 */
final class RoleRule implements Rule {
    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>();
        for (Name name : match.names()) {
            if (hasRole(match, name)
                    && name.stems().stream().anyMatch(match.source().index()::has)) {
                other(match, name).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static boolean hasRole(Match match, Name name) {
        int index = name.from() - 1;
        Line claim = match.claim();
        return index >= 0
                && claim.word(index).content()
                && !claim.word(index).owner()
                && !claim.word(index).figure()
                && !claim.word(name.from()).apart()
                && !match.verbs().at(claim, index)
                && !match.lexicon().lists(Kind.COURTESY, claim.word(index).form())
                && simple(claim, index);
    }

    /** Whether nothing narrows the role: the deputy president is not the president. */
    private static boolean simple(Line line, int index) {
        return index == 0 || line.word(index).apart() || !line.word(index - 1).content();
    }

    private static Optional<Finding> other(Match match, Name name) {
        String role = match.claim().word(name.from() - 1).stem();
        List<Index.Place> places = match.source().index().places(role);
        boolean joined =
                places.stream()
                        .map(match.source()::line)
                        .anyMatch(line -> match.source().near(line, name.stems(), 1));
        return joined
                ? Optional.empty()
                : places.stream()
                        .map(place -> holder(match, name, place))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** Whoever has the role at {@code place}, if it is not the one of the claim. */
    private static Optional<Finding> holder(Match match, Name name, Index.Place place) {
        Line line = match.source().line(place);
        return match.source().names(line).stream()
                .filter(other -> other.from() == place.index() + 1 && !other.shares(name))
                .filter(other -> !line.word(other.from()).apart())
                .filter(other -> simple(line, place.index()))
                .findFirst()
                .map(
                        other ->
                                match.severe(
                                        Finding.Kind.ROLE_CHANGED,
                                        line.span(place.index(), other.to()),
                                        name.from() - 1,
                                        name.to()));
    }
}
