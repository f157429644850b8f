package org.dragoman.web;

import java.util.List;
import org.dragoman.model.ModelCard;
import org.dragoman.model.ModelFile;
import org.dragoman.model.Precision;

/**
 * What made an answer: enough to make it again.
 *
 * @param service name and version of this service
 * @param models each model once, in the order of first use
 */
public record Provenance(String service, List<Used> models) {
    public Provenance {
        models = List.copyOf(models);
    }

    /**
     * A model that was used.
     *
     * @param sha256 checksum of the weights; of the checksums where they are split
     */
    public record Used(
            String name, String revision, String sha256, String licence, Precision precision) {
        public static Used of(ModelCard card, Precision precision) {
            return new Used(
                    card.name(),
                    card.revision(),
                    ModelFile.fingerprint(card.files()),
                    card.licence(),
                    precision);
        }
    }
}
