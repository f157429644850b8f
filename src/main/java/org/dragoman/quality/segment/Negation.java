package org.dragoman.quality.segment;

import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/** A source that negates for sure and a target in which nothing carries a negation. */
final class Negation implements Rule {
    @Override
    public List<Finding> check(Side source, Side target) {
        Negations theirs = target.tongue().negations();
        return source.tongue().negations().sure(source.words()).stream()
                .filter(span -> theirs.known() && !theirs.any(target.words()))
                .map(span -> new Finding(Kind.NEGATION_MISSING, Severity.WARNING, span, null))
                .toList();
    }
}
