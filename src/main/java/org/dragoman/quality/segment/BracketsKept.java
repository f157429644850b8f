package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Brackets. The target is held to the source's own balance; brackets that the target adds in pairs
 * are often a name in its own spelling, and a pair that is gone may have become commas.
 */
final class BracketsKept implements Rule {
    private static final String OPENING = "([{（［｛【〔";
    private static final String CLOSING = ")]}）］｝】〕";

    @Override
    public List<Finding> check(Side source, Side target) {
        int balance = count(source, OPENING) - count(source, CLOSING);
        int theirs = count(target, OPENING) - count(target, CLOSING);
        List<Finding> findings = new ArrayList<>();
        if (theirs < balance || theirs > balance) {
            boolean more = all(target) > all(source);
            findings.add(
                    more
                            ? finding(Kind.BRACKET_ADDED, null, first(target))
                            : finding(Kind.BRACKET_LOST, first(source), first(target)));
        } else if (all(source) > 1 && all(target) == 0) {
            findings.add(new Finding(Kind.BRACKET_LOST, Severity.INFO, first(source), null));
        }
        return findings;
    }

    private static Finding finding(Kind kind, @Nullable Span source, @Nullable Span target) {
        return new Finding(kind, Severity.WARNING, source, target);
    }

    private static int all(Side side) {
        return count(side, OPENING + CLOSING);
    }

    private static int count(Side side, String brackets) {
        int count = 0;
        String text = side.text();
        for (int at = 0; at < text.length(); at++) {
            boolean bracket = brackets.indexOf(text.charAt(at)) >= 0;
            count += bracket && !face(text, at) && !side.inLiteral(at) && !item(text, at) ? 1 : 0;
        }
        return count;
    }

    /** Whether it is part of a face: :-) */
    private static boolean face(String text, int at) {
        return at > 0 && ":;-=".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** Whether it closes the letter or number of an item: a) or 2). */
    private static boolean item(String text, int at) {
        return text.charAt(at) == ')' && at < 3 && text.indexOf('(') != 0;
    }

    private static @Nullable Span first(Side side) {
        for (int at = 0; at < side.text().length(); at++) {
            if ((OPENING + CLOSING).indexOf(side.text().charAt(at)) >= 0) {
                return new Span(at, at + 1);
            }
        }
        return null;
    }
}
