package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.inference.Deadline;
import org.dragoman.quality.claim.Claim;
import org.dragoman.quality.claim.ClaimGuard;
import org.dragoman.quality.claim.Judgement;
import org.dragoman.quality.support.Evidence;
import org.dragoman.quality.support.Support;
import org.dragoman.text.Finding;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/** Looks at sentences of a summary with the article beside it. Thread-safe. */
final class Guarding {
    private final ClaimGuard guard;
    private final Evidence evidence;

    Guarding(ClaimGuard guard, Evidence evidence) {
        this.guard = guard;
        this.evidence = evidence;
    }

    /**
     * Sentences that were judged.
     *
     * @param model that told what supports them; null when words were compared
     */
    record Judged(List<Sentence> sentences, Provenance.@Nullable Used model) {
        Judged {
            sentences = List.copyOf(sentences);
        }

        List<Sentence> refused() {
            return sentences.stream().filter(Sentence::refused).toList();
        }
    }

    /**
     * A sentence that a model wrote.
     *
     * @param support where the article says it, best first
     * @param findings with spans in the article's text and in the sentence
     */
    record Sentence(String text, List<Support> support, List<Finding> findings) {
        /** Whether it says what the article does not. */
        boolean refused() {
            return findings.stream().anyMatch(f -> f.severity() == Finding.Severity.SEVERE);
        }
    }

    /** Judges what a model wrote. */
    Judged written(Subject subject, List<String> texts, Deadline deadline) {
        if (texts.isEmpty()) {
            return new Judged(List.of(), null);
        }
        Evidence.Found found = evidence.of(subject.source(), texts, deadline);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            claims.add(new Claim(texts.get(i), found.likeness(i)));
        }
        List<Judgement> judged = judge(subject, claims);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            sentences.add(
                    new Sentence(texts.get(i), found.support().get(i), judged.get(i).findings()));
        }
        return new Judged(sentences, found.model());
    }

    /** Judges sentences of the article by the same rules; gives them with what was found. */
    List<Draft.Line> copied(Subject subject, List<Draft.Line> lines) {
        List<Judgement> judged =
                judge(subject, lines.stream().map(line -> new Claim(line.text(), 1)).toList());
        List<Draft.Line> told = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            told.add(lines.get(i).with(judged.get(i).findings()));
        }
        return told;
    }

    private List<Judgement> judge(Subject subject, List<Claim> claims) {
        return guard.read(
                        subject.article().text(),
                        subject.sentences().stream().map(Candidate::span).toList(),
                        subject.headline(),
                        subject.language())
                .judge(claims);
    }
}
