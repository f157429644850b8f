package org.dragoman.web;

import java.util.List;
import java.util.Map;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.Precision;
import org.dragoman.model.SearchOptions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What made an answer: enough to make it again.
 *
 * @param service name and version of this service
 * @param models each model once for each way it was searched, in the order of first use
 */
public record Provenance(String service, List<Used> models) {
    public Provenance {
        models = List.copyOf(models);
    }

    /**
     * A model that was used.
     *
     * @param sha256 checksum of the weights; of the checksums where they are split
     * @param search how its answers were searched for: the options of transformers' generation
     *     config, in camelCase, in which the search differs from plain greedy search; a target's
     *     language is told to the model beside them; null for a model that does not write
     */
    public record Used(
            String name,
            String revision,
            String sha256,
            String licence,
            Precision precision,
            @Schema(nullable = true) @Nullable Map<String, Object> search) {

        /** A model that does not write. */
        public static Used of(ModelCard card, Precision precision) {
            return of(card, precision, (Map<String, Object>) null);
        }

        /** A model that writes. */
        public static Used of(ModelCard card, Precision precision, SearchOptions search) {
            return of(card, precision, GenerationOptions.of(search));
        }

        private static Used of(
                ModelCard card, Precision precision, @Nullable Map<String, Object> search) {
            return new Used(
                    card.name(),
                    card.revision(),
                    ModelFile.fingerprint(card.files()),
                    card.licence(),
                    precision,
                    search);
        }
    }
}
