package org.dragoman.summarization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.quality.support.TermWeights;

/** How near each sentence is to the middle of them all: the cosine with their mean, −1 to 1. */
final class Centrality {
    private Centrality() {}

    /** By meaning: [rows × dimensions], each row of length 1. */
    static double[] ofVectors(float[][] rows) {
        double[] centroid = new double[rows.length == 0 ? 0 : rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                centroid[i] += row[i];
            }
        }
        double length = Math.sqrt(dot(centroid, centroid));
        double[] cosines = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double product = 0;
            for (int i = 0; i < centroid.length; i++) {
                product += rows[r][i] * centroid[i];
            }
            cosines[r] = length == 0 ? 0 : product / length;
        }
        return cosines;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** By words: the same with a vector of the inverse document frequencies of a row's terms. */
    static double[] ofTerms(List<Set<String>> rows) {
        TermWeights weights = new TermWeights(rows);
        Map<String, Double> centroid = new HashMap<>();
        for (Set<String> row : rows) {
            double length = weights.length(row);
            row.forEach(term -> centroid.merge(term, weights.of(term) / length, Double::sum));
        }
        double norm =
                Math.sqrt(centroid.values().stream().mapToDouble(weight -> weight * weight).sum());
        return rows.stream().mapToDouble(row -> cosine(row, weights, centroid) / norm).toArray();
    }

    private static double cosine(
            Set<String> row, TermWeights weights, Map<String, Double> centroid) {
        double sum = 0;
        for (String term : row) {
            sum += weights.of(term) * centroid.getOrDefault(term, 0.0);
        }
        return row.isEmpty() ? 0 : sum / weights.length(row);
    }
}
