package org.dragoman.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.ErrorCode;

/**
 * All cards there are: those of the catalogue, and then those of added models by name. What is
 * installed has its card beside it, which completes the catalogue's: with checksums and the
 * revision where the catalogue states none, and whole where it states another revision, for that is
 * not what lies there. Thread-safe.
 */
record KnownModels(Catalogue catalogue, AddedModels added) {
    List<ModelCard> cards() {
        Map<String, ModelCard> installed = new LinkedHashMap<>();
        added.cards().forEach(card -> installed.put(card.name(), card));
        List<ModelCard> cards = new ArrayList<>();
        for (ModelCard card : catalogue.cards()) {
            ModelCard here = installed.remove(card.name());
            cards.add(here == null ? card : of(card, here));
        }
        cards.addAll(installed.values());
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
     * The card of what would be installed anew: the catalogue's, else the one that lies there; of
     * what was added from a hub without its revision, which there may be another of by now.
     */
    ModelCard current(String name) {
        return catalogue.card(name).orElseGet(() -> newest(card(name)));
    }

    private static ModelCard newest(ModelCard added) {
        return added.source() instanceof ModelSource.Hub ? added.with(List.of(), "") : added;
    }

    /** What is installed, as both tell it. */
    private static ModelCard of(ModelCard catalogue, ModelCard here) {
        if (!catalogue.revision().isEmpty() && !catalogue.revision().equals(here.revision())) {
            return new ModelCard(
                    here.name(),
                    here.family(),
                    here.uses(),
                    here.files(),
                    here.source(),
                    here.upstream(),
                    here.precision(),
                    catalogue.preset());
        }
        Map<String, ModelFile> files = new HashMap<>();
        here.files().forEach(file -> files.put(file.path(), file));
        List<ModelFile> all =
                catalogue.files().isEmpty()
                        ? here.files()
                        : catalogue.files().stream().map(file -> pinned(file, files)).toList();
        return catalogue.with(all, here.revision());
    }

    private static ModelFile pinned(ModelFile file, Map<String, ModelFile> here) {
        ModelFile found = here.get(file.path());
        return file.pinned() || found == null || found.content() == null
                ? file
                : file.pinnedTo(found.content());
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
