package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.dragoman.language.LanguageTag;

/**
 * Which of the models that can be had is taken for texts of a language: one for the very tag before
 * one for its language, one on disk before one to be fetched, one made for few languages before one
 * for many, and then the first in the order of the cards. For pairs see {@link RouteGraph}.
 * Thread-safe.
 */
record ModelChoice(ModelStore store) {
    /** The model with this task that reads this language. */
    Optional<ModelCard> reader(ModelTask task, LanguageTag language) {
        return store.cards().stream()
                .filter(card -> card.task() == task)
                .filter(card -> speaks(card.from(), language))
                .filter(store::reachable)
                .min(
                        Comparator.comparing((ModelCard card) -> !card.from().contains(language))
                                .thenComparing(card -> !store.present(card))
                                .thenComparing(card -> card.from().size() + card.to().size()));
    }

    private static boolean speaks(Collection<LanguageTag> languages, LanguageTag wanted) {
        return languages.stream().anyMatch(wanted::sameLanguage);
    }
}
