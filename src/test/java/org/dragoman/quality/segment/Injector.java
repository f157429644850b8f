package org.dragoman.quality.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Makes faults of each kind in right translations, the same for the same seed. */
final class Injector {
    /** What was made. */
    record Injected(Fault fault, AlignedPair pair, AlignedPair damaged) {}

    private final long seed;

    Injector(long seed) {
        this.seed = seed;
    }

    /**
     * Every fault that can be made of each pair, one of a kind.
     *
     * @param foreign what the pairs' sources say in a third language, in their order; or empty
     */
    List<Injected> inject(List<AlignedPair> pairs, List<String> foreign) {
        List<Injected> made = new ArrayList<>();
        for (int at = 0; at < pairs.size(); at++) {
            AlignedPair next = pairs.get((at + 1) % pairs.size());
            @Nullable String other = foreign.isEmpty() ? null : foreign.get(at);
            Damage damage = new Damage(pairs.get(at), next, other);
            for (Fault fault : Fault.values()) {
                AlignedPair damaged = fault.make(damage, random(at, fault));
                AlignedPair whole = whole(fault, damage);
                if (damaged != null && !damaged.target().equals(whole.target())) {
                    made.add(new Injected(fault, whole, damaged));
                }
            }
        }
        return made;
    }

    /** Seeds that are near each other give like first numbers, so they are mixed before. */
    @SuppressWarnings("EnumOrdinal") // Only a seed.
    private Random random(int at, Fault fault) {
        long mixed = new SplittableRandom(seed + 1_000L * at + fault.ordinal()).nextLong();
        return new Random(mixed);
    }

    /** What was damaged, right. */
    private static AlignedPair whole(Fault fault, Damage damage) {
        boolean two = fault == Fault.SENTENCE_DROPPED || fault == Fault.SENTENCES_JOINED;
        return two ? damage.pair().and(damage.next()) : damage.pair();
    }
}
