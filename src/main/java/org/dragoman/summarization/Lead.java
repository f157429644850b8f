package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.inference.Deadline;

/** The first sentences of a text, without those that are no statements if there are others. */
final class Lead implements Strategy {
    /** With so few whole sentences there is nothing to choose. */
    private static final int FEW = 3;

    /** Whether choosing could give nothing better: all fits, or there is hardly anything. */
    boolean suffices(Subject subject, Maxima maxima) {
        List<Candidate> sentences = sentences(subject);
        long words = sentences.stream().mapToLong(Candidate::words).sum();
        return maxima.allow(sentences.size(), words)
                || (sentences.size() <= FEW && sentences.get(0).words() <= maxima.words());
    }

    @Override
    public Draft draft(Subject subject, Maxima maxima, Deadline deadline) {
        List<Candidate> chosen = new ArrayList<>();
        long words = 0;
        for (Candidate sentence : sentences(subject)) {
            words += sentence.words();
            if (!chosen.isEmpty() && !maxima.allow(chosen.size() + 1, words)) {
                break;
            }
            chosen.add(sentence);
        }
        return Draft.copied(Method.LEAD, Reason.TOO_SHORT, null, chosen);
    }

    private static List<Candidate> sentences(Subject subject) {
        List<Candidate> whole = subject.whole();
        return whole.isEmpty() ? subject.sentences() : whole;
    }
}
