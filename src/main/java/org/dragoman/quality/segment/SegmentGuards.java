package org.dragoman.quality.segment;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dragoman.language.LanguageDetector;
import org.dragoman.language.LanguageTag;

/** The guards of the pairs of languages that were met. Thread-safe. */
@Singleton
public final class SegmentGuards {
    /** Tags come from callers: beyond so many pairs one is made for each call. */
    private static final int MOST = 1_000;

    private final LanguageDetector detector;
    private final Map<Pair, SegmentGuard> guards = new ConcurrentHashMap<>();

    public SegmentGuards(LanguageDetector detector) {
        this.detector = detector;
    }

    /** The one for a pair. */
    public SegmentGuard between(LanguageTag from, LanguageTag to) {
        Pair pair = new Pair(from, to);
        return guards.size() < MOST
                ? guards.computeIfAbsent(pair, this::made)
                : guards.getOrDefault(pair, made(pair));
    }

    private SegmentGuard made(Pair pair) {
        return SegmentGuard.of(pair.from, pair.to, detector);
    }

    private record Pair(LanguageTag from, LanguageTag to) {}
}
