package org.dragoman.quality.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a term tells: the inverse document frequency log(1 + rows / rows that have it); one that no
 * row has tells as much as one that a single row has. Immutable.
 */
public final class TermWeights {
    private final Map<String, Double> weights = new HashMap<>();
    private final double unseen;

    public TermWeights(List<Set<String>> rows) {
        Map<String, Integer> frequency = new HashMap<>();
        rows.forEach(row -> row.forEach(term -> frequency.merge(term, 1, Integer::sum)));
        frequency.forEach((term, n) -> weights.put(term, Math.log(1 + (double) rows.size() / n)));
        unseen = Math.log(1 + rows.size());
    }

    public double of(String term) {
        return weights.getOrDefault(term, unseen);
    }

    /** The length of the vector of a row. */
    public double length(Set<String> row) {
        return Math.sqrt(row.stream().mapToDouble(term -> of(term) * of(term)).sum());
    }

    /** The cosine of the vectors of two rows, 0 to 1. */
    public double cosine(Set<String> one, Set<String> other) {
        double product =
                one.stream().filter(other::contains).mapToDouble(term -> of(term) * of(term)).sum();
        return product == 0 ? 0 : product / (length(one) * length(other));
    }
}
