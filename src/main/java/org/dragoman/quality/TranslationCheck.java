package org.dragoman.quality;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.inference.Deadline;
import org.dragoman.quality.align.Alignment;
import org.dragoman.quality.align.Bead;
import org.dragoman.quality.claim.Verdict;
import org.dragoman.quality.segment.SegmentGuard;
import org.dragoman.quality.segment.SegmentGuards;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;

/**
 * Checks the sentences of a translation against those of its source that they stand for.
 * Thread-safe.
 */
@Singleton
final class TranslationCheck {
    private final SentenceSplitter splitter;
    private final SegmentGuards guards;

    TranslationCheck(SentenceSplitter splitter, SegmentGuards guards) {
        this.splitter = splitter;
        this.guards = guards;
    }

    /** What there is to tell of {@code text}. */
    Told of(Told.Text source, Told.Text text, Deadline deadline) {
        deadline.check();
        List<Span> from = splitter.split(source.text(), source.language());
        List<Span> to = splitter.split(text.text(), text.language());
        SegmentGuard guard = guards.between(source.language(), text.language());
        List<CheckAnswer.Sentence> told = new ArrayList<>();
        List<Finding> leftOut = new ArrayList<>();
        for (Bead bead : beads(source.text(), from, text.text(), to)) {
            Stretch stretch = new Stretch(source.text(), from, text.text(), to, bead);
            if (bead.leftOut()) {
                leftOut.add(stretch.finding(Finding.Kind.SENTENCE_MISSING));
            } else {
                List<Finding> findings = new ArrayList<>(leftOut);
                findings.addAll(stretch.findings(guard));
                told.addAll(stretch.sentences(findings));
                leftOut.clear();
            }
        }
        return new Told(withLast(told, leftOut), List.of());
    }

    private static List<Bead> beads(String source, List<Span> from, String text, List<Span> to) {
        return Alignment.of(
                from.stream().map(span -> span.in(source)).toList(),
                to.stream().map(span -> span.in(text)).toList());
    }

    /** What is missing at the end is told of the last sentence. */
    private static List<CheckAnswer.Sentence> withLast(
            List<CheckAnswer.Sentence> told, List<Finding> missing) {
        if (missing.isEmpty() || told.isEmpty()) {
            return told;
        }
        CheckAnswer.Sentence last = told.remove(told.size() - 1);
        List<Finding> findings = new ArrayList<>(last.findings());
        findings.addAll(missing);
        told.add(Stretch.sentence(last.text(), last.span(), findings, last.support()));
        return told;
    }

    /** A bead in its two texts. */
    private record Stretch(String source, List<Span> from, String text, List<Span> to, Bead bead) {
        private Span span(List<Span> sentences, int start, int end) {
            return new Span(sentences.get(start).start(), sentences.get(end - 1).end());
        }

        private Span sourceSpan() {
            return span(from, bead.source(), bead.sourceEnd());
        }

        private Span targetSpan() {
            return span(to, bead.target(), bead.targetEnd());
        }

        Finding finding(Finding.Kind kind) {
            return new Finding(
                    kind,
                    Finding.Severity.SEVERE,
                    bead.added() ? null : sourceSpan(),
                    bead.leftOut() ? null : targetSpan());
        }

        List<Finding> findings(SegmentGuard guard) {
            if (bead.added()) {
                return List.of(finding(Finding.Kind.SENTENCE_ADDED));
            }
            Span here = sourceSpan();
            Span there = targetSpan();
            return guard.check(here.in(source), there.in(text)).stream()
                    .map(found -> found.shift(here.start(), there.start()))
                    .toList();
        }

        /** Each sentence with what was found in it; what has no place there goes to the first. */
        List<CheckAnswer.Sentence> sentences(List<Finding> findings) {
            List<Support> support =
                    from.subList(bead.source(), bead.sourceEnd()).stream()
                            .map(Support::whole)
                            .toList();
            List<CheckAnswer.Sentence> sentences = new ArrayList<>();
            for (int i = bead.target(); i < bead.targetEnd(); i++) {
                Span span = to.get(i);
                boolean first = i == bead.target();
                List<Finding> here =
                        findings.stream().filter(found -> within(found, span, first)).toList();
                sentences.add(sentence(span.in(text), span, here, support));
            }
            return sentences;
        }

        private boolean within(Finding found, Span span, boolean first) {
            Span target = found.target();
            if (target == null || target.start() < to.get(bead.target()).start()) {
                return first;
            }
            return target.start() >= span.start() && target.start() < span.end();
        }

        static CheckAnswer.Sentence sentence(
                String text, Span span, List<Finding> findings, List<Support> support) {
            boolean severe =
                    findings.stream().anyMatch(f -> f.severity() == Finding.Severity.SEVERE);
            Verdict otherwise = findings.isEmpty() ? Verdict.SUPPORTED : Verdict.UNCLEAR;
            return new CheckAnswer.Sentence(
                    text,
                    span,
                    risk(findings),
                    severe ? Verdict.UNSUPPORTED : otherwise,
                    findings,
                    support);
        }

        /** As if each finding were wrong by itself: what is left when none is right. */
        private static double risk(List<Finding> findings) {
            double well = 1;
            for (Finding finding : findings) {
                well *=
                        switch (finding.severity()) {
                            case SEVERE -> 0.1;
                            case WARNING -> 0.6;
                            case INFO -> 0.95;
                        };
            }
            return Math.round((1 - well) * 1000) / 1000.0;
        }
    }
}
