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

    /** The same with other lines. */
    Draft with(List<Line> other) {
        return new Draft(method, reason, model, other, replaced, models, chunks);
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
     * @param found what is wrong with it, with spans in the article's text and in it
     */
    record Line(String text, int words, List<Support> support, List<Finding> found) {
        Line {
            support = List.copyOf(support);
            found = List.copyOf(found);
        }

        /** A sentence of the article. */
        static Line copied(Candidate sentence) {
            return new Line(
                    sentence.text(),
                    sentence.words(),
                    List.of(Support.whole(sentence.span())),
                    List.of());
        }

        /** The same with what was found in it. */
        Line with(List<Finding> findings) {
            return new Line(text, words, support, findings);
        }

        /**
         * What is wrong with it.
         *
         * @param start where it begins in the summary's text
         */
        List<Finding> findings(int start) {
            List<Finding> findings = new ArrayList<>();
            if (support.isEmpty()) {
                Span here = new Span(start, start + text.length());
                findings.add(
                        new Finding(
                                Finding.Kind.UNSUPPORTED, Finding.Severity.WARNING, null, here));
            }
            found.forEach(each -> findings.add(each.shift(0, start)));
            return List.copyOf(findings);
        }
    }
}
