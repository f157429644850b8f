package org.dragoman.translation;

import jakarta.inject.Singleton;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.segment.SegmentGuards;

/** The rules of {@link SegmentGuards} as who looks at sentences. Thread-safe. */
@Singleton
final class SegmentChecks implements Guards {
    private final SegmentGuards guards;

    SegmentChecks(SegmentGuards guards) {
        this.guards = guards;
    }

    @Override
    public Guard between(LanguageTag source, LanguageTag target) {
        return guards.between(source, target)::check;
    }
}
