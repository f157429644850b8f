package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of a digest in one language, or why there are none. */
public sealed interface Version permits Version.Written, Unwritten {
    LanguageTag language();

    Status status();

    /** What was found in it. */
    List<Finding> findings();

    /**
     * A version with its text.
     *
     * @param route names of the models, in order; empty when nothing was translated
     * @param quality null when nothing was translated, or no model tells how sure it was
     * @param headline null when it was not asked for; so are the others
     * @param segments of all parts, in their order
     */
    @JsonPropertyOrder({"language", "status", "route", "quality"})
    record Written(
            LanguageTag language,
            Status status,
            List<String> route,
            @Schema(nullable = true) @Nullable VersionQuality quality,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Body headline,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Summary summary,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Body article,
            List<Segment> segments,
            Coverage coverage)
            implements Version {
        public Written {
            route = List.copyOf(route);
            segments = List.copyOf(segments);
        }

        @Override
        public List<Finding> findings() {
            return segments.stream().flatMap(segment -> segment.findings().stream()).toList();
        }
    }

    /** The text of a part. */
    record Body(String text) {}

    /** The text of a summary and the sentences in it. */
    record Summary(String text, List<Sentence> sentences) {
        public Summary {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A sentence of a summary.
     *
     * @param sentence index of the sentence it stands for in the source summary
     */
    record Sentence(String text, int sentence) {}
}
