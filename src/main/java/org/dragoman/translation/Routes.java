package org.dragoman.translation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;

/** Which model translates a pair: one for the very tags, else one for their language. */
final class Routes {
    private final Models models;

    Routes(Models models) {
        this.models = models;
    }

    Optional<ModelCard> direct(LanguageTag from, LanguageTag to) {
        return forms(from).stream()
                .flatMap(source -> forms(to).stream().map(target -> List.of(source, target)))
                .flatMap(pair -> models.translator(pair.get(0), pair.get(1)).stream())
                .findFirst();
    }

    /** The tag, and its language alone where that is in the same script. */
    private static List<LanguageTag> forms(LanguageTag tag) {
        LanguageTag bare = new LanguageTag(tag.language());
        return Stream.of(tag, bare).filter(tag::sameLanguage).distinct().toList();
    }
}
