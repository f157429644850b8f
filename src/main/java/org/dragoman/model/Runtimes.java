package org.dragoman.model;

import java.util.List;
import java.util.Optional;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * What loads models here, and how they are to be held. Immutable.
 *
 * @param loaders the first that knows a family is asked
 */
record Runtimes(List<ModelLoader> loaders, Precisions precisions) {
    Runtimes {
        loaders = List.copyOf(loaders);
    }

    /**
     * The runtime of a model.
     *
     * @throws DragomanException model-unavailable when none knows its family
     */
    ModelLoader of(ModelCard card) {
        return loaders.stream()
                .filter(each -> each.runs(card))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.MODEL_UNAVAILABLE,
                                        "No runtime here loads the family of model "
                                                + card.name()));
    }

    /** How a model would be held; as it is asked for where no runtime here does that. */
    Precision planned(ModelCard card) {
        try {
            return precisions.choose(card, of(card)).precision();
        } catch (DragomanException refused) {
            return Optional.ofNullable(card.precision()).or(precisions::all).orElse(Precision.INT8);
        }
    }
}
