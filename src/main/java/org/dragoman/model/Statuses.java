package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/**
 * What an operator is told of models. Thread-safe.
 *
 * @param failures why models could not be loaded when that was last tried, by name
 */
record Statuses(ModelStore store, Shelf shelf, Runtimes runtimes, Map<String, String> failures) {
    /** What there is to say of a model; reads no weights. */
    ModelStatus of(ModelCard card) {
        Optional<LoadedModel> model = shelf.loaded(card.name());
        Optional<String> problem =
                store.problem(card).or(() -> Optional.ofNullable(failures.get(card.name())));
        return new ModelStatus(
                card.name(),
                card.family(),
                card.task(),
                card.variant(),
                state(card, model.isPresent(), problem.isPresent()),
                problem.orElse(null),
                store.progress(card).orElse(null),
                sorted(card.from()),
                sorted(card.to()),
                card.bytes(),
                store.bytesOnDisk(card),
                model.map(LoadedModel::nativeBytes).orElse(0L),
                model.map(LoadedModel::precision).orElseGet(() -> runtimes.planned(card)),
                card.revision(),
                card.licence(),
                card.upstream().published());
    }

    private ModelState state(ModelCard card, boolean loaded, boolean failed) {
        if (loaded) {
            return ModelState.LOADED;
        }
        ModelState onDisk = store.state(card);
        return failed && onDisk != ModelState.INSTALLING ? ModelState.FAILED : onDisk;
    }

    private static List<LanguageTag> sorted(Collection<LanguageTag> languages) {
        return languages.stream().sorted(Comparator.comparing(LanguageTag::value)).toList();
    }
}
