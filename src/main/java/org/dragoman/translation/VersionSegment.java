package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A segment of a version that is final, as an event. Those of one part in one language come in
 * order; their texts one after another are the text of the version.
 *
 * @param textIndex which of several texts it is of; absent for a digest
 * @param part absent where there are no parts
 * @param index among the segments of the part or text, from 0
 * @param text from the end of the segment before to the end of this one, or of the whole text
 */
public record VersionSegment(
        LanguageTag language,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer textIndex,
        @JsonInclude(JsonInclude.Include.NON_NULL) Part.@Nullable Kind part,
        int index,
        String text,
        Segment segment) {
    /** The name of the event. */
    static final String EVENT = "version-segment";
}
