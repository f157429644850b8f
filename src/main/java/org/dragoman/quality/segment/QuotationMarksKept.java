package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * Quotation marks. A sentence may open a quotation that ends in a later one, so the target is held
 * to the source's own balance: an even number of marks for an even one, and some for some. Marks
 * around a word or two may only set off a name or a term; without those it is worth no warning.
 */
final class QuotationMarksKept implements Rule {
    private static final int FEWEST_SPOKEN = 3;

    @Override
    public List<Finding> check(Side source, Side target) {
        String theirs = QuotationMarks.plain(source.text());
        String own = QuotationMarks.plain(target.text());
        int there = count(theirs);
        int here = count(own);
        if (here == there || inches(source.text())) {
            return List.of();
        }
        boolean uneven = (there + here) % 2 != 0;
        if (here > there) {
            boolean righted = there % 2 != 0 || atEdge(own);
            return uneven ? List.of(added(first(own), righted)) : List.of();
        }
        boolean warning = uneven || (here + 1) / 2 < spoken(source, theirs);
        Severity severity = warning ? Severity.WARNING : Severity.INFO;
        return List.of(new Finding(Kind.QUOTATION_MARK_LOST, severity, first(theirs), null));
    }

    /** Whether a mark stands first or last, as where a quotation goes on in the next sentence. */
    private static boolean atEdge(String plain) {
        String text = plain.strip();
        return text.charAt(0) == QuotationMarks.MARK
                || text.charAt(text.length() - 1) == QuotationMarks.MARK;
    }

    /** A target that closes what its source leaves open puts it right. */
    private static Finding added(@Nullable Span mark, boolean righted) {
        Severity severity = righted ? Severity.INFO : Severity.WARNING;
        return new Finding(Kind.QUOTATION_MARK_ADDED, severity, null, mark);
    }

    /** How many quotations are of some words, from one mark to the next. */
    private static int spoken(Side side, String plain) {
        int spoken = 0;
        int words = 0;
        int marks = 0;
        int at = 0;
        for (Words.Word word : side.words()) {
            int more = count(plain.substring(at, word.span().start()));
            marks += more;
            words = more > 0 ? 1 : words + 1;
            spoken += marks % 2 == 1 && words == FEWEST_SPOKEN ? 1 : 0;
            at = word.span().end();
        }
        return spoken;
    }

    private static @Nullable Span first(String plain) {
        int at = plain.indexOf(QuotationMarks.MARK);
        return at < 0 ? null : new Span(at, at + 1);
    }

    private static int count(String plain) {
        return (int) plain.chars().filter(unit -> unit == QuotationMarks.MARK).count();
    }

    /** Whether a straight mark may stand for inches or seconds: 5". */
    private static boolean inches(String text) {
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            boolean last = at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1));
            if (at > 0
                    && Character.isDigit(text.charAt(at - 1))
                    && last
                    && text.indexOf('"') == at) {
                return true;
            }
        }
        return false;
    }
}
