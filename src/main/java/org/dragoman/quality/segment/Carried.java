package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.quality.fact.Literal;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Kind;
import org.dragoman.text.Finding.Severity;

/** Addresses, handles, hashtags, placeholders and tags of the source that the target lost. */
final class Carried implements Rule {
    @Override
    public List<Finding> check(Side source, Side target) {
        Set<String> there = new HashSet<>();
        target.literals().forEach(literal -> there.add(literal.text()));
        List<Finding> findings = new ArrayList<>();
        for (Literal literal : source.literals()) {
            if (!there.contains(literal.text())) {
                findings.add(
                        new Finding(Kind.LITERAL_LOST, severity(literal), literal.span(), null));
            }
        }
        return findings;
    }

    /** The word of a hashtag may be translated. */
    private static Severity severity(Literal literal) {
        return literal.kind() == Literal.Kind.HASHTAG ? Severity.WARNING : Severity.SEVERE;
    }
}
