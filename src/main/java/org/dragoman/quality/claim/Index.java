package org.dragoman.quality.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the stems of an article stand, and how much each tells. Immutable. */
final class Index {
    /** A stem that stands in more places than this tells nothing, and would only take time. */
    private static final int MOST_PLACES = 400;

    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, Set<Integer>> spread = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final int lines;

    /** Where a word stands: the line, and the index in it. */
    record Place(int line, int index) {}

    Index(List<Line> lines) {
        this.lines = lines.size();
        lines.forEach(this::add);
    }

    private void add(Line line) {
        for (int i = 0; i < line.size(); i++) {
            Word word = line.word(i);
            forms.add(word.form());
            List<Place> known = places.computeIfAbsent(word.stem(), stem -> new ArrayList<>());
            if (known.size() < MOST_PLACES) {
                known.add(new Place(line.number(), i));
                spread.computeIfAbsent(word.stem(), stem -> new LinkedHashSet<>())
                        .add(line.number());
            }
        }
    }

    boolean has(String stem) {
        return places.containsKey(stem);
    }

    /** The first places of the stem, in order. */
    List<Place> places(String stem) {
        return places.getOrDefault(stem, List.of());
    }

    /** The numbers of the first lines that have the stem. */
    Set<Integer> lines(String stem) {
        return spread.getOrDefault(stem, Set.of());
    }

    /** The words in lower case. */
    Set<String> forms() {
        return forms;
    }

    /** How much a stem tells: more the fewer sentences have it (inverse document frequency). */
    double weight(String stem) {
        return Math.log(1 + (lines + 1.0) / (lines(stem).size() + 0.5));
    }
}
