package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;
import org.dragoman.text.Span;

/** A target without a letter or digit for a source with some. */
final class Empty implements Rule {
    @Override
    public List<Finding> check(Side source, Side target) {
        boolean empty = !says(target.text()) && says(source.text());
        return empty
                ? List.of(
                        new Finding(
                                Kind.EMPTY,
                                Severity.SEVERE,
                                new Span(0, source.text().length()),
                                new Span(0, target.text().length())))
                : List.of();
    }

    static boolean says(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
