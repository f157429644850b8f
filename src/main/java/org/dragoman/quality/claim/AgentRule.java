package org.dragoman.quality.claim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.dragoman.quality.claim.Lexicon.Kind;
import org.dragoman.quality.claim.Mention.Name;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;

/**
 * Who did or said it: what the claim says of its subject, the article says of somebody else. The
 * sentence that has the claim's predicate word by word names another before it and not the subject,
 * and nothing near joins the two.
 */
final class AgentRule implements Rule {
    /** Of the predicate's weight that a sentence must have. */
    private static final double COPIED = 0.62;

    /** How much less a sentence may have that clears the subject. */
    private static final double SLACK = 0.15;

    private static final int FEWEST_CONTENT = 2;

    /**
     * The parts of a claim.
     *
     * @param stems what its subject is about, not whose it is; never empty
     * @param verb index of its first verb
     */
    private record Subject(Set<String> stems, int verb) {}

    @Override
    public List<Finding> check(Match match) {
        return subject(match).flatMap(subject -> other(match, subject)).stream().toList();
    }

    private static Optional<Subject> subject(Match match) {
        int verb = match.verbs().first(match.claim());
        Set<String> stems = new HashSet<>();
        for (Word word : match.claim().words().subList(0, Math.max(0, verb))) {
            if (word.content() && !word.owner() && !word.form().endsWith("ly")) {
                stems.add(word.stem());
            }
        }
        return !stems.isEmpty() && stems.stream().allMatch(match.source().index()::has)
                ? Optional.of(new Subject(stems, verb))
                : Optional.empty();
    }

    private static Optional<Finding> other(Match match, Subject subject) {
        Gap.Range predicate = new Gap.Range(subject.verb(), match.claim().size());
        List<Alignment> found = match.alignments(predicate);
        if (found.isEmpty()
                || found.get(0).coverage() < COPIED
                || content(match, found.get(0)) < FEWEST_CONTENT
                || Match.best(found, SLACK).stream().anyMatch(a -> about(match, a, subject))) {
            return Optional.empty();
        }
        Alignment best = found.get(0);
        return newcomer(match, best.line(), best.pairs().get(0).line(), subject)
                .or(() -> rival(match, best, subject))
                .map(other -> match.severe(kind(match, subject), other, 0, subject.verb()));
    }

    private static Finding.Kind kind(Match match, Subject subject) {
        String verb = match.claim().word(subject.verb()).form();
        return match.lexicon().lists(Kind.SAYING, verb)
                ? Finding.Kind.SPEAKER_CHANGED
                : Finding.Kind.AGENT_CHANGED;
    }

    private static long content(Match match, Alignment alignment) {
        return alignment.pairs().stream()
                .filter(pair -> match.claim().word(pair.claim()).content())
                .count();
    }

    /** Whether a sentence, or one beside it on which it leans, may be about the subject. */
    private static boolean about(Match match, Alignment alignment, Subject subject) {
        if (alignment.pairs().isEmpty()) {
            return false;
        }
        Line line = alignment.line();
        int first = alignment.pairs().get(0).line();
        boolean introduced = newcomer(match, line, first, subject).isPresent();
        boolean alone = !introduced && before(match, line, first).isEmpty();
        return IntStream.range(0, line.size())
                        .filter(i -> subject.stems().contains(line.word(i).stem()))
                        .filter(i -> !line.word(i).owner())
                        .anyMatch(i -> !turned(match, alignment, i, introduced))
                || (alone && match.source().near(line, subject.stems(), 2));
    }

    /** Whether the sentence turns to somebody else between the subject and the predicate. */
    private static boolean turned(
            Match match, Alignment alignment, int subject, boolean introduced) {
        int first = alignment.pairs().get(0).line();
        int last = alignment.pairs().get(alignment.pairs().size() - 1).line();
        return (introduced && contrast(match, alignment.line(), subject, first))
                || contrast(match, alignment.line(), last, subject);
    }

    /** Whether the words between turn to somebody else: "…, but witnesses said". */
    private static boolean contrast(Match match, Line line, int from, int to) {
        return from < to
                && line.words().subList(from, to).stream()
                        .anyMatch(word -> match.lexicon().lists(Kind.CONTRAST, word.form()));
    }

    private static List<Name> before(Match match, Line line, int index) {
        return match.source().names(line).stream().filter(name -> name.to() <= index).toList();
    }

    /** The name nearest before the predicate that cannot be the subject's. */
    private static Optional<Span> rival(Match match, Alignment alignment, Subject subject) {
        Line line = alignment.line();
        boolean named = named(match, subject);
        return before(match, line, alignment.pairs().get(0).line()).stream()
                .filter(name -> !line.word(name.to() - 1).owner())
                .filter(name -> name.stems().stream().noneMatch(subject.stems()::contains))
                .filter(name -> named || !joined(match, line, name, subject))
                .reduce((one, other) -> other)
                .map(line::span);
    }

    /** Somebody new right before the predicate, "one fan": no one whom the article named before. */
    private static Optional<Span> newcomer(Match match, Line line, int index, Subject subject) {
        int from = phrase(match, line, index);
        boolean introduced = index - from > 1 && indefinite(match, line.word(from));
        return introduced
                        && (named(match, subject) || in(line, subject))
                        && known(match, line, subject)
                ? Optional.of(line.span(from, index))
                : Optional.empty();
    }

    /** Where the words that tell something begin that end right before {@code index}. */
    private static int phrase(Match match, Line line, int index) {
        int from = index;
        boolean begun = false;
        while (!begun && from > 0 && !line.word(from).apart() && line.word(from - 1).content()) {
            from--;
            begun = indefinite(match, line.word(from));
        }
        return from;
    }

    private static boolean indefinite(Match match, Word word) {
        return match.lexicon().lists(Kind.INDEFINITE, word.form());
    }

    private static boolean in(Line line, Subject subject) {
        return line.stems().stream().anyMatch(subject.stems()::contains);
    }

    /** Whether the subject stands in the article before this line, or before it in the line. */
    private static boolean known(Match match, Line line, Subject subject) {
        return match.source().lines().subList(0, line.number() + 1).stream()
                .anyMatch(other -> in(other, subject));
    }

    private static boolean named(Match match, Subject subject) {
        return match.names().stream().anyMatch(name -> subject.stems().containsAll(name.stems()));
    }

    /** Whether the article elsewhere has the name near the subject, so that both may be one. */
    private static boolean joined(Match match, Line except, Name name, Subject subject) {
        return match.source().lines().stream()
                .filter(line -> line.number() != except.number())
                .filter(line -> line.stems().containsAll(subject.stems()))
                .anyMatch(line -> match.source().near(line, name.stems(), 2));
    }
}
