package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.dragoman.language.LanguageTag;

/**
 * Which of the models that can be had is taken for a language or a pair: one for the very tags
 * before one for their language, one on disk before one to be fetched, one made for few languages
 * before one for many, and then the first in the order of the cards. Thread-safe.
 */
record ModelChoice(ModelStore store) {
    Optional<ModelCard> translator(LanguageTag from, LanguageTag to) {
        return best(
                ModelTask.TRANSLATION,
                card -> speaks(card.from(), from) && speaks(card.to(), to),
                card -> card.translates(from, to));
    }

    /** The model with this task that reads this language. */
    Optional<ModelCard> reader(ModelTask task, LanguageTag language) {
        return best(
                task,
                card -> speaks(card.from(), language),
                card -> card.from().contains(language));
    }

    private Optional<ModelCard> best(
            ModelTask task, Predicate<ModelCard> fits, Predicate<ModelCard> exact) {
        return store.cards().stream()
                .filter(card -> card.task() == task)
                .filter(fits)
                .filter(store::reachable)
                .min(
                        Comparator.comparing((ModelCard card) -> !exact.test(card))
                                .thenComparing(card -> !store.present(card))
                                .thenComparing(card -> card.from().size() + card.to().size()));
    }

    private static boolean speaks(Collection<LanguageTag> languages, LanguageTag wanted) {
        return languages.stream().anyMatch(wanted::sameLanguage);
    }
}
