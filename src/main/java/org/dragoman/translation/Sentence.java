package org.dragoman.translation;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A sentence on its way through one model: asked for when it is made, told when the model is done.
 */
final class Sentence {
    private static final Pattern ADDRESS =
            Pattern.compile("[@#]\\S+|\\S+@\\S+\\.\\S+|(?:\\p{Alpha}+://|www\\.)\\S+");

    private final String source;
    private final Round round;
    private final Spacing spacing;
    private final Rewritten rewritten;
    private final boolean readable;
    private final List<String> pieces;

    /**
     * @param open quotations that are open where the sentence begins
     */
    Sentence(String source, Round round, Pair pair, Layout.Open open) {
        this.source = source;
        this.round = round;
        this.spacing = Spacing.of(pair);
        this.rewritten = Rewriting.of(source, round.repertoire(), pair, open);
        this.readable = readable(source);
        this.pieces = readable ? round.ask(rewritten.text(), pair.source()) : List.<String>of();
    }

    /** Numbers, rules of asterisks, lone addresses are the same in every language. */
    private static boolean readable(String source) {
        return source.codePoints().anyMatch(Character::isLetter)
                && !ADDRESS.matcher(source.strip()).matches();
    }

    /** Whether the model is done with it. */
    boolean ready() {
        return pieces.stream().allMatch(round::ready);
    }

    boolean split() {
        return pieces.size() > 1;
    }

    /**
     * The sentence in the target's language, best first, without white space at its ends; none is
     * empty. Nothing when the model could not read it or gave nothing; one when it is the same in
     * every language.
     */
    List<Said> targets() {
        if (!readable) {
            return List.of(Said.unasked(Isolates.paired(source)));
        }
        return Answers.together(pieces.stream().map(round::answers).toList(), spacing::join)
                .stream()
                .filter(said -> !said.text().isBlank())
                .map(said -> said.as(rewritten.restore().apply(said.text())))
                .toList();
    }
}
