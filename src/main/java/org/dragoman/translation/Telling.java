package org.dragoman.translation;

import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.web.Events;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the segments of one draft, in order and once each.
 *
 * @param textIndex which of several texts it is; null for a part of a digest
 * @param policy by which a segment may yet be refused
 */
record Telling(
        Events events,
        Tally tally,
        LanguageTag language,
        @Nullable Integer textIndex,
        OnLowQuality policy) {

    boolean heard() {
        return events != Events.NONE;
    }

    /** Whether a segment may be told before all of its version is known. */
    boolean early() {
        return heard() && policy != OnLowQuality.FAIL;
    }

    void tell(int index, String text, Segment segment) {
        events.tell(
                VersionSegment.EVENT,
                new VersionSegment(language, textIndex, segment.part(), index, text, segment));
    }
}
