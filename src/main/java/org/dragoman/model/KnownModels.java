package org.dragoman.model;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * All cards there are: those of the catalogue, and then those of added models by name. Of two with
 * one name the catalogue's counts. Thread-safe.
 */
record KnownModels(Catalogue catalogue, AddedModels added) {
    List<ModelCard> cards() {
        List<ModelCard> cards = new ArrayList<>(catalogue.cards());
        added.cards().stream()
                .filter(card -> catalogue.card(card.name()).isEmpty())
                .forEach(cards::add);
        return cards;
    }

    /**
     * The card of a model.
     *
     * @throws DragomanException model-unknown
     */
    ModelCard card(String name) {
        return cards().stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new DragomanException(
                                        ErrorCode.MODEL_UNKNOWN, "No model has this name."));
    }

    /**
     * Requires that a name can be given to a model that is added.
     *
     * @throws DragomanException invalid-field when it is none, or a model of the catalogue has it
     */
    void requireFree(String name) {
        if (!ModelCard.NAME.matcher(name).matches()) {
            throw DragomanException.invalidField(
                    "", "A name is lower-case letters, digits, . and -: say another with --name");
        }
        if (catalogue.card(name).isPresent()) {
            throw DragomanException.invalidField(
                    "", "The catalogue has a model " + name + ": say another name with --name");
        }
    }
}
