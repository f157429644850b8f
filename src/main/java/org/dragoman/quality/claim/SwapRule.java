package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;

/**
 * Who did what to whom: two names around a verb that the article has only the other way round, in
 * the active or the passive voice.
 */
final class SwapRule implements Rule {
    /** How many words may stand between a name and the verb. */
    private static final int REACH = 7;

    /** Who acts and who is acted on. */
    private record Act(Name agent, Name patient) {
        boolean resembles(Act other) {
            return agent.shares(other.agent) || patient.shares(other.patient);
        }

        boolean reverses(Act other) {
            return agent.shares(other.patient) && patient.shares(other.agent);
        }
    }

    /** The same, and where it was found. */
    private record Found(Act act, Line line) {}

    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>();
        List<Name> names = match.names();
        for (int i = 1; names.size() > 1 && i < match.claim().size(); i++) {
            if (match.verbs().tells(match.claim(), i)) {
                Word verb = match.claim().word(i);
                act(match, match.claim(), names, i)
                        .flatMap(act -> reversed(match, act, verb))
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Optional<Finding> reversed(Match match, Act act, Word verb) {
        List<Found> acts = acts(match, verb);
        if (acts.stream().anyMatch(found -> found.act().resembles(act))) {
            return Optional.empty();
        }
        return acts.stream()
                .filter(found -> found.act().reverses(act))
                .findFirst()
                .map(
                        found ->
                                match.severe(
                                        Finding.Kind.AGENT_CHANGED,
                                        found.line().span(found.act().agent()),
                                        act.agent().from(),
                                        act.agent().to()));
    }

    private static List<Found> acts(Match match, Word verb) {
        List<Found> acts = new ArrayList<>();
        for (Index.Place place : match.source().index().places(verb.stem())) {
            Line line = match.source().line(place);
            act(match, line, match.source().names(line), place.index())
                    .ifPresent(act -> acts.add(new Found(act, line)));
        }
        return acts;
    }

    /** The names nearest the verb on both sides; the one after "by" acts in the passive. */
    private static Optional<Act> act(Match match, Line line, List<Name> names, int verb) {
        return before(line, names, verb)
                .flatMap(
                        before ->
                                after(names, verb)
                                        .filter(after -> !before.shares(after))
                                        .flatMap(after -> act(match, line, verb, before, after)));
    }

    private static Optional<Act> act(Match match, Line line, int verb, Name before, Name after) {
        boolean helped =
                verb > 0 && match.lexicon().lists(Kind.AUXILIARY, line.word(verb - 1).form());
        if (!by(match, line, verb, after.from())) {
            return Optional.of(new Act(before, after));
        }
        return helped ? Optional.of(new Act(after, before)) : Optional.empty();
    }

    private static Optional<Name> before(Line line, List<Name> names, int verb) {
        return names.stream()
                .filter(name -> name.to() <= verb && verb - name.to() < REACH)
                .filter(name -> !line.word(name.to() - 1).owner())
                .reduce((one, other) -> other);
    }

    private static Optional<Name> after(List<Name> names, int verb) {
        return names.stream()
                .filter(name -> name.from() > verb && name.from() - verb <= REACH)
                .findFirst();
    }

    private static boolean by(Match match, Line line, int from, int to) {
        return line.words().subList(from + 1, to).stream()
                .anyMatch(word -> match.lexicon().lists(Kind.AGENT, word.form()));
    }
}
