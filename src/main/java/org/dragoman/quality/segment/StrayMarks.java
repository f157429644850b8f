package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;

/** A mark in the translation of a word or two that stand without any: a label, a menu item. */
final class StrayMarks implements Rule {
    private static final int MOST_WORDS = 3;
    private static final String JOINING = "-‐‑'’ʼ·&/";

    @Override
    public List<Finding> check(Side source, Side target) {
        boolean bare = source.words().size() <= MOST_WORDS && mark(source.text()) < 0;
        int at = bare ? mark(target.text()) : -1;
        return at < 0
                ? List.of()
                : List.of(
                        new Finding(Kind.STRAY_MARK, Severity.WARNING, null, new Span(at, at + 1)));
    }

    private static int mark(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (!part(unit) && JOINING.indexOf(unit) < 0) {
                return at;
            }
        }
        return -1;
    }

    private static boolean part(char unit) {
        int type = Character.getType(unit);
        return Character.isLetterOrDigit(unit)
                || Character.isSpaceChar(unit)
                || Character.isSurrogate(unit)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }
}
