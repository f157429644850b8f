package org.dragoman.translation;

import java.util.List;
import org.dragoman.web.Provenance;
import org.dragoman.web.SourceLanguage;
import org.dragoman.web.Timing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link TranslationRequest}.
 *
 * @param translations one a text, in order
 */
public record TranslationAnswer(
        List<Translation> translations, Provenance provenance, Timing timing) {
    public TranslationAnswer {
        translations = List.copyOf(translations);
    }

    /**
     * A text in its targets.
     *
     * @param source its language; when that could not be told, the likeliest with its low
     *     confidence, or null when there is nothing to tell it from
     * @param versions in the order of the targets
     */
    public record Translation(
            @Schema(nullable = true) @Nullable SourceLanguage source, List<TextVersion> versions) {
        public Translation {
            versions = List.copyOf(versions);
        }
    }
}
