package org.dragoman.cli;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.summarization.Reason;
import org.dragoman.summarization.Summary;
import org.dragoman.text.Finding;

/** What a person should know of a summary beside its text. */
final class SummaryNotes {
    private SummaryNotes() {}

    /** One line each; none for a summary without findings. */
    static List<String> of(Summary summary, String article) {
        List<String> notes = new ArrayList<>();
        if (summary.reason() == Reason.GUARD_REJECTED) {
            notes.add("The model's sentences were refused; these are the article's own.");
        }
        for (Summary.Replaced replaced : summary.replaced()) {
            notes.add("Refused: " + replaced.text());
            replaced.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.SEVERE)
                    .forEach(f -> notes.add("  " + FindingNotes.of(f, article, replaced.text())));
        }
        for (Summary.Sentence sentence : summary.sentences()) {
            if (sentence.findings().stream().anyMatch(SummaryNotes::unsupported)) {
                notes.add("No sentence of the article is near this: " + sentence.text());
            }
            sentence.findings().stream()
                    .filter(finding -> !unsupported(finding))
                    .filter(finding -> finding.severity() != Finding.Severity.INFO)
                    .forEach(f -> notes.add(FindingNotes.of(f, article, summary.text())));
        }
        return notes;
    }

    private static boolean unsupported(Finding finding) {
        return finding.kind() == Finding.Kind.UNSUPPORTED;
    }
}
