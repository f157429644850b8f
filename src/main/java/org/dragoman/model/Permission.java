package org.dragoman.model;

import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * Which sources models may come from.
 *
 * @param fetch whether the network may be used
 */
record Permission(boolean fetch) {
    boolean covers(ModelCard card) {
        return fetch || card.source() instanceof ModelSource.Folder;
    }

    /**
     * Requires that a model may come from its source.
     *
     * @throws DragomanException model-not-installed
     */
    void require(ModelCard card) {
        if (!covers(card)) {
            throw refused(card.name());
        }
    }

    /**
     * Requires that the network may be used for a model.
     *
     * @throws DragomanException model-not-installed
     */
    void requireFetching(String model) {
        if (!fetch) {
            throw refused(model);
        }
    }

    private static DragomanException refused(String model) {
        return new DragomanException(
                ErrorCode.MODEL_NOT_INSTALLED,
                "Model " + model + " is not fetched: dragoman.models.fetch is off");
    }
}
