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

    /**
     * A version with its text.
     *
     * @param route names of the models, in order; empty when nothing was translated
     */
    @JsonPropertyOrder({"language", "status", "route", "text", "quality", "findings", "segments"})
    record Written(
            LanguageTag language,
            Status status,
            List<String> route,
            String text,
            List<Segment> segments)
            implements TextVersion {
        public Written {
            route = List.copyOf(route);
            segments = List.copyOf(segments);
        }

        /** Null until it is calibrated. */
        @JsonProperty
        public @Nullable Double quality() {
            return null;
        }

        /** Empty: nothing looks at translations yet. */
        @JsonProperty
        public List<Finding> findings() {
            return List.of();
        }
    }
}
