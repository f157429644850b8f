package org.dragoman.quality.claim;

import java.util.List;
import java.util.Objects;
import org.dragoman.text.Finding;

/**
 * What was found about a claim. Immutable.
 *
 * @param findings source spans lie in the article's text, target spans in the claim's
 * @param risk that the article does not say this: 0 (it does) to 1; it ranks claims, and is no
 *     probability
 */
public record Judgement(List<Finding> findings, double risk, Verdict verdict) {
    public Judgement {
        findings = List.copyOf(findings);
        Objects.requireNonNull(verdict);
        if (!(risk >= 0 && risk <= 1)) {
            throw new IllegalArgumentException("Not a risk: " + risk);
        }
    }
}
