package org.dragoman.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.dragoman.language.LanguageTag;

/**
 * A node of the graph of routes: a tag, and the language in its script that models are told by.
 *
 * @param lookup the tag and what it falls back to, closest first: zh-TW, zh-Hant-TW, zh-Hant
 * @param form the same for all tags of one language in one script: pt for pt, pt-BR and pt-PT
 */
record Place(LanguageTag tag, List<LanguageTag> lookup, String form) {
    static Place of(LanguageTag tag) {
        List<LanguageTag> lookup = tag.fallbacks();
        String form =
                lookup.stream()
                        .map(LanguageTag::value)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        return new Place(tag, lookup, form);
    }

    /** How far it is from the closest of the tags a model is made for; 0 its very tag. */
    int distance(Collection<LanguageTag> made) {
        for (int i = 0; i < lookup.size(); i++) {
            if (made.contains(lookup.get(i))) {
                return i;
            }
        }
        return lookup.size();
    }

    /** Whether both are one language in one script. */
    boolean alike(Place other) {
        return form.equals(other.form);
    }
}
