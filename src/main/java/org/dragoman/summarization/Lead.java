package org.dragoman.summarization;

import java.util.ArrayList;
import java.util.List;

/** The first sentences of a text, without those that are no statements if there are others. */
final class Lead {
    /** With so few whole sentences there is nothing to choose. */
    private static final int FEW = 3;

    private Lead() {}

    /** Whether choosing could give nothing better: all fits, or there is hardly anything. */
    static boolean suffices(Subject subject, Maxima maxima) {
        List<Candidate> sentences = sentences(subject);
        long words = sentences.stream().mapToLong(Candidate::words).sum();
        return maxima.allow(sentences.size(), words)
                || (sentences.size() <= FEW && sentences.get(0).words() <= maxima.words());
    }

    /** As many as the maxima allow, at least one. */
    static List<Candidate> of(Subject subject, Maxima maxima) {
        List<Candidate> chosen = new ArrayList<>();
        long words = 0;
        for (Candidate sentence : sentences(subject)) {
            words += sentence.words();
            if (!chosen.isEmpty() && !maxima.allow(chosen.size() + 1, words)) {
                break;
            }
            chosen.add(sentence);
        }
        return chosen;
    }

    private static List<Candidate> sentences(Subject subject) {
        List<Candidate> whole = subject.whole();
        return whole.isEmpty() ? subject.sentences() : whole;
    }
}
