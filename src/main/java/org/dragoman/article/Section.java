package org.dragoman.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The phrases of one section, found by the word they begin with. Not changed once read. */
final class Section {
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> others = new ArrayList<>();

    void add(Phrase phrase) {
        if (phrase.firstWords().isEmpty()) {
            others.add(phrase);
        }
        for (String word : phrase.firstWords()) {
            byFirstWord.computeIfAbsent(word, first -> new ArrayList<>()).add(phrase);
        }
    }

    /** The phrases that all of the text fits. */
    Stream<Phrase> matching(List<Word> text) {
        if (text.isEmpty()) {
            return Stream.empty();
        }
        List<Phrase> same = byFirstWord.getOrDefault(text.get(0).key(), List.of());
        return Stream.concat(same.stream(), others.stream()).filter(each -> each.matches(text));
    }
}
