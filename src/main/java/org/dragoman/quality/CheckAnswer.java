package org.dragoman.quality;

import java.util.List;
import org.dragoman.quality.claim.Verdict;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.dragoman.web.Provenance;
import org.dragoman.web.Timing;

/**
 * The answer to a {@link CheckRequest}.
 *
 * @param risk of the riskiest sentence; 0 when there is none
 * @param sentences of the text, in order
 */
public record CheckAnswer(
        double risk, List<Sentence> sentences, Provenance provenance, Timing timing) {
    public CheckAnswer {
        sentences = List.copyOf(sentences);
    }

    /**
     * A sentence of the text.
     *
     * @param span where it stands in the text
     * @param risk that the source does not say this, 0 to 1; it ranks sentences
     * @param verdict unsupported only with a severe finding
     * @param findings with spans in the source and in the text
     * @param support where the source says it: of a summary, best first; of a translation, the
     *     sentences it stands for
     */
    public record Sentence(
            String text,
            Span span,
            double risk,
            Verdict verdict,
            List<Finding> findings,
            List<Support> support) {
        public Sentence {
            findings = List.copyOf(findings);
            support = List.copyOf(support);
        }
    }
}
