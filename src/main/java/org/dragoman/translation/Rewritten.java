package org.dragoman.translation;

import java.util.function.UnaryOperator;

/**
 * A sentence in words a model reads well, and the way back: what to do with the model's answer so
 * that it wears what was taken off the source.
 *
 * @param text what the next rule, or the model, is given
 * @param restore from the answer to {@code text} to the answer to what was rewritten
 */
record Rewritten(String text, UnaryOperator<String> restore) {
    static Rewritten unchanged(String text) {
        return new Rewritten(text, answer -> answer);
    }

    /** This, rewritten once more. */
    Rewritten then(Rule rule) {
        Rewritten next = rule.rewrite(text);
        return new Rewritten(next.text, answer -> restore.apply(next.restore.apply(answer)));
    }

    /** One thing that is taken off a sentence before the model reads it, and put back after. */
    interface Rule {
        Rewritten rewrite(String text);
    }
}
