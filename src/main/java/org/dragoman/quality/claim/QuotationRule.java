package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;

/** Words in quotation marks that the article does not have in that order. */
final class QuotationRule implements Rule {
    /** Fewer words may be a name or an ironic phrase. */
    private static final int FEWEST = 3;

    /** Of the words, that one sentence must have: a quotation may be shortened. */
    private static final double SAID = 0.6;

    @Override
    public List<Finding> check(Match match) {
        List<Finding> findings = new ArrayList<>();
        for (Span quotation : match.quotations()) {
            int from = match.claim().at(quotation.start());
            int to = match.claim().before(quotation.end());
            if (to - from >= FEWEST && !said(match, new Gap.Range(from, to))) {
                findings.add(match.severe(Finding.Kind.QUOTATION_ADDED, null, from, to));
            }
        }
        return findings;
    }

    private static boolean said(Match match, Gap.Range quotation) {
        return match.alignments(quotation).stream()
                .anyMatch(alignment -> alignment.pairs().size() >= SAID * quotation.size());
    }
}
