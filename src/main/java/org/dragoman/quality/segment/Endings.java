package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;
import org.dragoman.text.WhiteSpace;

/** A source that ends as sentences do, and a target that breaks off. */
final class Endings implements Rule {
    private static final String TERMINAL = ".!?…。！？؟।۔॥：:;；";

    /** A target of nearly the usual length lacks no more than its full stop. */
    private static final double SHORTENED = 0.8;

    private static final String AFTER = "\"“”„«»'’‘)]）］】」』*_";

    @Override
    public List<Finding> check(Side source, Side target) {
        boolean open =
                ended(source.text(), ".!?…。！？؟।۔॥")
                        && !ended(target.text(), TERMINAL)
                        && !dotless(target.tongue());
        int end = WhiteSpace.skipBack(target.text(), 0, target.text().length());
        Severity severity =
                Lengths.ratio(source, target) < SHORTENED ? Severity.WARNING : Severity.INFO;
        Span last = new Span(Math.max(0, end - 1), end);
        return open ? List.of(new Finding(Kind.CUT_OFF, severity, null, last)) : List.of();
    }

    /** Thai and Lao sentences end without a mark. */
    private static boolean dotless(Tongue tongue) {
        return List.of("Thai", "Laoo").contains(tongue.writing().script());
    }

    private static boolean ended(String text, String marks) {
        int at = text.length() - 1;
        while (at > 0 && (WhiteSpace.is(text.charAt(at)) || AFTER.indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at >= 0 && marks.indexOf(text.charAt(at)) >= 0;
    }
}
