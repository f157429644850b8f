package org.dragoman.quality.segment;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dragoman.text.Finding;
import org.dragoman.text.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** How many faults of each kind a guard catches, and how often it speaks of right pairs. */
final class FaultTable {
    private final Map<Fault, int[]> rates = new EnumMap<>(Fault.class);
    private int pairs;
    private int severe;
    private int alarmed;
    private @Nullable AlignedPair last;
    private long lastTold;

    /** Takes a right pair. */
    void untouched(SegmentGuard guard, AlignedPair pair) {
        List<Finding> findings = guard.check(pair.source(), pair.target());
        pairs++;
        severe += count(findings, Severity.SEVERE) > 0 ? 1 : 0;
        alarmed += told(findings) > 0 ? 1 : 0;
    }

    /** Takes a damaged pair; it counts as caught when it is told more of than of the right one. */
    boolean damaged(SegmentGuard guard, Injector.Injected injected) {
        AlignedPair right = injected.pair();
        AlignedPair damaged = injected.damaged();
        long before = before(guard, right);
        boolean caught = told(guard.check(damaged.source(), damaged.target())) > before;
        int[] rate = rates.computeIfAbsent(injected.fault(), fault -> new int[2]);
        rate[0] += caught ? 1 : 0;
        rate[1]++;
        return caught;
    }

    private long before(SegmentGuard guard, AlignedPair right) {
        if (!right.equals(last)) {
            last = right;
            lastTold = told(guard.check(right.source(), right.target()));
        }
        return lastTold;
    }

    private static long told(List<Finding> findings) {
        return count(findings, Severity.SEVERE) + count(findings, Severity.WARNING);
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    void add(FaultTable other) {
        other.rates.forEach(
                (fault, rate) -> {
                    int[] own = rates.computeIfAbsent(fault, kind -> new int[2]);
                    own[0] += rate[0];
                    own[1] += rate[1];
                });
        pairs += other.pairs;
        severe += other.severe;
        alarmed += other.alarmed;
    }

    int made(Fault fault) {
        return rates.getOrDefault(fault, new int[2])[1];
    }

    /** Caught of made, 0 to 1; NaN when none was made. */
    double caught(Fault fault) {
        int[] rate = rates.getOrDefault(fault, new int[2]);
        return (double) rate[0] / rate[1];
    }

    /** Caught of made of all mechanical kinds together. */
    double mechanical() {
        int caught = 0;
        int made = 0;
        for (Map.Entry<Fault, int[]> rate : rates.entrySet()) {
            caught += rate.getKey().mechanical() ? rate.getValue()[0] : 0;
            made += rate.getKey().mechanical() ? rate.getValue()[1] : 0;
        }
        return (double) caught / made;
    }

    /** The share of right pairs with a severe finding. */
    double severe() {
        return (double) severe / pairs;
    }

    /** The share of right pairs with a severe finding or a warning. */
    double alarmed() {
        return (double) alarmed / pairs;
    }

    /** A line for each kind. */
    String markdown() {
        StringBuilder table = new StringBuilder("| fault | made | caught |\n|---|---:|---:|\n");
        for (Fault fault : Fault.values()) {
            String name = fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            table.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %d | %.1f %% |%n",
                            name,
                            made(fault),
                            100 * caught(fault)));
        }
        return table.append(
                        String.format(
                                Locale.ROOT,
                                "| all mechanical kinds | | %.1f %% |%n%n%d untouched pairs: %.2f %%"
                                        + " severe, %.2f %% severe or warning%n",
                                100 * mechanical(),
                                pairs,
                                100 * severe(),
                                100 * alarmed()))
                .toString();
    }
}
