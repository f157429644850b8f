package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quotation marks. A sentence may open a quotation that ends in a later one, so the target is held
 * to the source's own balance: an even number of double marks for an even one, and some for some.
 * Single marks are also apostrophes; they answer for double ones and are not demanded.
 */
final class QuotationMarksKept implements Rule {
    private static final String DOUBLE = "\"“”„‟«»＂「」『』〝〞";

    /** Marks around fewer words may only set off a name or a term. */
    private static final int FEWEST_SPOKEN = 4;

    private static final String SINGLE = "'‘’‚‛‹›";

    @Override
    public List<Finding> check(Side source, Side target) {
        int there = count(source.text(), DOUBLE);
        int here = count(target.text(), DOUBLE);
        boolean gone = here < there && here + singles(target.text()) < there;
        boolean uneven = (there + here) % 2 != 0 && (gone || here > there);
        if (uneven && !inches(source.text())) {
            return List.of(uneven(source, target, here > there));
        }
        boolean spoken = here == 0 && longest(source) >= FEWEST_SPOKEN;
        return gone ? List.of(lost(source, spoken ? Severity.WARNING : Severity.INFO)) : List.of();
    }

    /** A target that closes what its source leaves open puts it right. */
    private static Finding uneven(Side source, Side target, boolean more) {
        boolean righted = more && count(source.text(), DOUBLE) % 2 != 0;
        return more
                ? new Finding(
                        Kind.QUOTATION_MARK_ADDED,
                        righted ? Severity.INFO : Severity.WARNING,
                        null,
                        first(target.text()))
                : lost(source, Severity.WARNING);
    }

    private static Finding lost(Side source, Severity severity) {
        return new Finding(Kind.QUOTATION_MARK_LOST, severity, first(source.text()), null);
    }

    /** How many words the longest quotation has, from one mark to the next. */
    private static int longest(Side side) {
        int longest = 0;
        int words = 0;
        int marks = 0;
        int at = 0;
        for (Words.Word word : side.words()) {
            int more = count(side.text().substring(at, word.span().start()), DOUBLE);
            marks += more;
            words = more > 0 ? 1 : words + 1;
            longest = marks % 2 == 1 ? Math.max(longest, words) : longest;
            at = word.span().end();
        }
        return longest;
    }

    private static @Nullable Span first(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (DOUBLE.indexOf(text.charAt(at)) >= 0) {
                return new Span(at, at + 1);
            }
        }
        return null;
    }

    private static int count(String text, String marks) {
        return (int) text.chars().filter(unit -> marks.indexOf(unit) >= 0).count();
    }

    /** Single marks that are no apostrophes inside words. */
    private static int singles(String text) {
        int singles = 0;
        for (int at = 0; at < text.length(); at++) {
            boolean before = at > 0 && Character.isLetter(text.charAt(at - 1));
            boolean after = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
            singles += SINGLE.indexOf(text.charAt(at)) >= 0 && !(before && after) ? 1 : 0;
        }
        return singles;
    }

    /** Whether a straight mark may stand for inches or seconds: 5". */
    private static boolean inches(String text) {
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            if (at > 0 && Character.isDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}
