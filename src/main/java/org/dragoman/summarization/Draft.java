package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.text.Span;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy made of an article. Immutable.
 *
 * @param method what ran
 * @param reason why it ran, or ran so, when the caller left the choice
 * @param model the model that wrote or weighed the sentences; null when none did
 * @param lines the sentences, at least one
 * @param replaced what was written and refused
 * @param models every model that was used, in the order of first use
 * @param chunks pieces the article was read in
 */
record Draft(
        Method method,
        Reason reason,
        Provenance.@Nullable Used model,
        List<Line> lines,
        List<Summary.Replaced> replaced,
        List<Provenance.Used> models,
        int chunks) {
    Draft {
        lines = List.copyOf(lines);
        replaced = List.copyOf(replaced);
        models = List.copyOf(models);
    }

    /** Sentences of the article, which support themselves. */
    static Draft copied(
            Method method, Reason reason, Provenance.@Nullable Used model, List<Candidate> chosen) {
        return new Draft(
                method,
                reason,
                model,
                chosen.stream().map(Line::copied).toList(),
                List.of(),
                model == null ? List.of() : List.of(model),
                1);
    }

    /** The same as a stand-in for what {@code writer} wrote and was refused. */
    Draft insteadOf(List<Summary.Replaced> refused, Provenance.Used writer) {
        List<Provenance.Used> used = new ArrayList<>(List.of(writer));
        used.addAll(models);
        return new Draft(method, Reason.GUARD_REJECTED, model, lines, refused, used, chunks);
    }

    long words() {
        return lines.stream().mapToLong(Line::words).sum();
    }

    /**
     * A sentence.
     *
     * @param words as a reader counts them
     * @param support where the article says it, best first
     */
    record Line(String text, int words, List<Support> support) {
        Line {
            support = List.copyOf(support);
        }

        private static Line copied(Candidate sentence) {
            return new Line(
                    sentence.text(), sentence.words(), List.of(Support.whole(sentence.span())));
        }

        /**
         * What is wrong with it.
         *
         * @param start where it begins in the summary's text
         */
        List<Finding> findings(int start) {
            Span here = new Span(start, start + text.length());
            return support.isEmpty()
                    ? List.of(
                            new Finding(
                                    Finding.Kind.UNSUPPORTED, Finding.Severity.WARNING, null, here))
                    : List.of();
        }
    }
}
