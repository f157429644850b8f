package org.dragoman.summarization;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.dragoman.inference.Deadline;

/** Chooses the sentences that say most of a text in the room there is. */
final class Extraction implements Strategy {
    /** Units looked at for each sentence the room is expected to hold. */
    private static final int POOL_PER_SENTENCE = 4;

    private static final int SMALLEST_POOL = 16;

    private final Weighing weighing;

    Extraction(Weighing weighing) {
        this.weighing = weighing;
    }

    @Override
    public Draft draft(Subject subject, Maxima maxima, Deadline deadline) {
        Weighing.Weights weights = weighing.of(subject, deadline);
        List<Candidate> chosen = chosen(subject, weights, maxima);
        return Draft.copied(Method.EXTRACTIVE, weights.reason(), weights.model(), chosen);
    }

    /** In the order of the text, at least one. */
    private static List<Candidate> chosen(
            Subject subject, Weighing.Weights weights, Maxima maxima) {
        List<Candidate> sentences = subject.sentences();
        double[] scores = Scores.of(sentences, weights.centrality(), weights.byPlace());
        OptionalInt teller = weights.byPlace() ? HeadlineTeller.in(subject) : OptionalInt.empty();
        List<BitSet> pool = pool(Units.of(sentences), scores, maxima);
        Worth worth = new Worth(sentences, subject.terms(), scores, teller, maxima);
        BitSet best = new Selection(sentences, worth, maxima).best(pool);
        return best.isEmpty()
                ? List.of(shortest(sentences, pool))
                : best.stream().mapToObj(sentences::get).toList();
    }

    /** The units whose last sentences score best, so that no far one comes in as mere filling. */
    private static List<BitSet> pool(List<BitSet> units, double[] scores, Maxima maxima) {
        long size = Math.max(SMALLEST_POOL, (long) POOL_PER_SENTENCE * maxima.likelySentences());
        Comparator<BitSet> byScore = Comparator.comparingDouble(u -> -scores[u.length() - 1]);
        return units.stream().sorted(byScore).limit(size).toList();
    }

    /** Nothing fits: the shortest of what stands on its own. */
    private static Candidate shortest(List<Candidate> sentences, List<BitSet> pool) {
        return pool.stream()
                .sorted(Comparator.comparingInt(BitSet::cardinality))
                .map(unit -> sentences.get(unit.nextSetBit(0)))
                .min(Comparator.comparingInt(Candidate::words))
                .orElseThrow();
    }
}
