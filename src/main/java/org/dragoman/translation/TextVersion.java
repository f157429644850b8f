package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.jspecify.annotations.Nullable;

/** A text in one language, or why it is not. */
public sealed interface TextVersion permits TextVersion.Written, Unwritten {
    LanguageTag language();

    Status status();

    /** What was found in it. */
    List<Finding> findings();

    /**
     * A version with its text.
     *
     * @param route names of the models, in order; empty when nothing was translated
     * @param quality null when nothing was translated, or no model tells how sure it was
     */
    @JsonPropertyOrder({"language", "status", "route", "text", "quality", "findings", "segments"})
    record Written(
            LanguageTag language,
            Status status,
            List<String> route,
            String text,
            @Nullable VersionQuality quality,
            List<Segment> segments)
            implements TextVersion {
        public Written {
            route = List.copyOf(route);
            segments = List.copyOf(segments);
        }

        @JsonProperty
        @Override
        public List<Finding> findings() {
            return segments.stream().flatMap(segment -> segment.findings().stream()).toList();
        }
    }
}
