package org.dragoman.translation;

import java.util.List;
import org.dragoman.web.Provenance;

/**
 * Versions and what made them.
 *
 * @param <T> {@link Version}, or the list of a text's {@link TextVersion}s
 * @param models each model once, in the order of first use
 */
public record Translated<T>(List<T> versions, List<Provenance.Used> models) {
    public Translated {
        versions = List.copyOf(versions);
        models = List.copyOf(models);
    }
}
