package org.dragoman.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done with each key since the service started. Thread-safe. */
@ApplicationScoped
public class Usage {
    private final Instant since = Instant.now();
    private final Map<String, Counts> counts = new ConcurrentHashMap<>();

    /** When counting began. */
    public Instant since() {
        return since;
    }

    public void call(ApiKey key) {
        of(key.id()).calls.increment();
    }

    public void characters(ApiKey key, long units) {
        of(key.id()).characters.add(units);
    }

    /** A call that was refused for want of allowance. */
    public void refused(ApiKey key) {
        of(key.id()).refused.increment();
    }

    /** Of the key with this id. */
    public Totals totals(String id) {
        Counts found = of(id);
        return new Totals(found.calls.sum(), found.characters.sum(), found.refused.sum());
    }

    private Counts of(String id) {
        return counts.computeIfAbsent(id, any -> new Counts());
    }

    /**
     * What was done with a key.
     *
     * @param characters UTF-16 units times target languages
     * @param refused calls beyond its allowance
     */
    public record Totals(long calls, long characters, long refused) {}

    private static final class Counts {
        private final LongAdder calls = new LongAdder();
        private final LongAdder characters = new LongAdder();
        private final LongAdder refused = new LongAdder();
    }
}
