package org.dragoman.quality.claim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;

/**
 * Whom a pronoun means: the claim copies words with "her" or "he" in them from a sentence about one
 * person to the end of a sentence about another.
 */
final class BindingRule implements Rule {
    private static final int SHORTEST = 5;
    private static final int FEWEST_CONTENT = 2;

    @Override
    public List<Finding> check(Match match) {
        int verb = match.verbs().first(match.claim());
        Set<String> subject = subject(match, verb);
        return subject.stream().noneMatch(match.source().index()::has)
                ? List.of()
                : new Fragments(match.source())
                        .of(match.claim()).stream()
                                .filter(fragment -> fragment.from() > verb)
                                .filter(fragment -> binds(match, fragment))
                                .flatMap(fragment -> other(match, fragment, subject).stream())
                                .toList();
    }

    private static Set<String> subject(Match match, int verb) {
        return match.names().stream()
                .filter(name -> name.to() <= verb)
                .filter(name -> !match.claim().word(name.to() - 1).owner())
                .flatMap(name -> name.stems().stream())
                .collect(Collectors.toSet());
    }

    private static boolean binds(Match match, Fragment fragment) {
        return fragment.size() >= SHORTEST
                && match.claim().content(fragment.from(), fragment.to()) >= FEWEST_CONTENT
                && looksBack(match, fragment);
    }

    /** Whether a pronoun stands before any name in the fragment, and so means somebody outside. */
    private static boolean looksBack(Match match, Fragment fragment) {
        int limit =
                match.names().stream()
                        .mapToInt(Name::from)
                        .filter(from -> from >= fragment.from())
                        .min()
                        .orElse(fragment.to());
        return match
                .claim()
                .words()
                .subList(fragment.from(), Math.min(limit, fragment.to()))
                .stream()
                .anyMatch(word -> match.lexicon().lists(Kind.PRONOUN, word.form()));
    }

    /** The person meant at every place of the fragment, if it is never the subject. */
    private static Optional<Finding> other(Match match, Fragment fragment, Set<String> subject) {
        Optional<Finding> found = Optional.empty();
        for (Index.Place place : fragment.places()) {
            Line line = match.source().line(place);
            List<Name> before =
                    match.source().names(line).stream()
                            .filter(name -> name.to() <= place.index())
                            .filter(name -> !line.word(name.to() - 1).owner())
                            .toList();
            boolean about =
                    before.isEmpty()
                            || before.stream()
                                    .flatMap(name -> name.stems().stream())
                                    .anyMatch(subject::contains);
            if (about) {
                return Optional.empty();
            }
            Name meant = before.get(before.size() - 1);
            found =
                    Optional.of(
                            match.severe(
                                    Finding.Kind.AGENT_CHANGED,
                                    line.span(meant),
                                    fragment.from(),
                                    fragment.to()));
        }
        return found;
    }
}
