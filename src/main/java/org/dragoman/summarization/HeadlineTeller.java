package org.dragoman.summarization;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.dragoman.summarization.Candidate.Trait;

/**
 * Finds the sentence that tells the headline: it is what the article is about, so a summary has it
 * whenever there is room, however long it is.
 */
final class HeadlineTeller {
    /** Whole sentences at the beginning among which it is looked for. */
    private static final int BEGINNING = 5;

    /** The share of the headline's terms it must have. */
    private static final double SHARE = 0.5;

    private HeadlineTeller() {}

    /** The place of the sentence at the beginning that has most of the headline's terms. */
    static OptionalInt in(Subject subject) {
        Set<String> headline = subject.headlineTerms();
        List<Candidate> sentences = subject.sentences();
        int best = -1;
        double most = Math.max(1, SHARE * headline.size());
        int whole = 0;
        for (int i = 0; i < sentences.size() && whole < BEGINNING; i++) {
            long shared = sentences.get(i).terms().stream().filter(headline::contains).count();
            boolean fragment = sentences.get(i).is(Trait.FRAGMENT);
            if (!fragment && (best < 0 ? shared >= most : shared > most)) {
                best = i;
                most = shared;
            }
            whole += fragment ? 0 : 1;
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
