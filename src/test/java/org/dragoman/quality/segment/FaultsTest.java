package org.dragoman.quality.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.language.LanguageTag;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Faults made in right translations of our own sentences, both ways. {@code benchmarks/faults.sh}
 * does the same on more.
 */
class FaultsTest {
    private static final FaultTable TABLE = new FaultTable();

    @BeforeAll
    static void injectEveryFault() {
        pairs().forEach((languages, pairs) -> check(pairs));
    }

    @Test
    void nearlyAllMechanicalFaultsAreCaught() {
        assertThat(TABLE.mechanical()).as(TABLE.markdown()).isGreaterThan(0.95);
    }

    /** Of half of a short sentence there is little to tell its language by. */
    @Test
    void everyKindOfMechanicalFaultIsMadeAndMostlyCaught() {
        Set<Fault> others = EnumSet.of(Fault.WRONG_LANGUAGE, Fault.PARTLY_IN_SOURCE);
        for (Fault fault : Fault.values()) {
            if (fault.mechanical() && !others.contains(fault)) {
                assertThat(TABLE.made(fault)).as(fault.name()).isGreaterThan(10);
                assertThat(TABLE.caught(fault)).as(TABLE.markdown()).isGreaterThan(0.9);
            }
        }
    }

    @Test
    void rightTranslationsAreLeftAlone() {
        assertThat(TABLE.severe()).as(TABLE.markdown()).isLessThan(0.01);
        assertThat(TABLE.alarmed()).as(TABLE.markdown()).isLessThan(0.02);
    }

    private static void check(List<AlignedPair> pairs) {
        AlignedPair first = pairs.get(0);
        SegmentGuard guard = SegmentGuard.of(first.from(), first.to());
        pairs.forEach(pair -> TABLE.untouched(guard, pair));
        for (Injector.Injected injected : new Injector(7).inject(pairs, List.of())) {
            TABLE.damaged(guard, injected);
        }
    }

    private static Map<String, List<AlignedPair>> pairs() {
        Map<String, List<AlignedPair>> pairs = new LinkedHashMap<>();
        for (List<String> row : Table.read("aligned-pairs.tsv")) {
            LanguageTag one = new LanguageTag(row.get(0));
            LanguageTag other = new LanguageTag(row.get(1));
            add(pairs, new AlignedPair(one, other, row.get(2), row.get(3)));
            add(pairs, new AlignedPair(other, one, row.get(3), row.get(2)));
        }
        return pairs;
    }

    private static void add(Map<String, List<AlignedPair>> pairs, AlignedPair pair) {
        pairs.computeIfAbsent(pair.from() + "-" + pair.to(), key -> new ArrayList<>()).add(pair);
    }
}
