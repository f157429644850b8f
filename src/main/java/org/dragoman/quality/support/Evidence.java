package org.dragoman.quality.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dragoman.inference.Deadline;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Finds what supports a sentence that somebody wrote: up to three sentences of a source, nearest
 * first, by the cosine of their vectors where an installed model reads the language, of the weights
 * of their terms elsewhere. What is farther than a threshold supports nothing. Thread-safe.
 */
public final class Evidence {
    private static final int MOST = 3;

    /**
     * By all-MiniLM-L6-v2, of 76 sentences of people's summaries of news 95 % are nearer than this
     * to a sentence of their article, and none to one of another article.
     */
    private static final double NEAR_MEANING = 0.45;

    /** The same for weights of terms: 91 % and 1 %. */
    private static final double NEAR_WORDS = 0.2;

    private final Models models;
    private final SentenceVectors vectors;

    public Evidence(Models models, SentenceVectors vectors) {
        this.models = models;
        this.vectors = vectors;
    }

    /**
     * What supports each sentence.
     *
     * @param support one list for each sentence, best first; empty where nothing is near
     * @param nearest cosine of each to the nearest sentence of the source, however far that is
     * @param model that read them; null when words were compared
     */
    public record Found(
            List<List<Support>> support, List<Double> nearest, Provenance.@Nullable Used model) {
        public Found {
            support = List.copyOf(support);
            nearest = List.copyOf(nearest);
        }

        /**
         * How near the sentence of this index is to the source by its meaning, −1 to 1; NaN when
         * words were compared.
         */
        public double likeness(int index) {
            return model == null ? Double.NaN : nearest.get(index);
        }
    }

    /** The support of {@code sentences}, at least one, in {@code source}. */
    public Found of(Source source, List<String> sentences, Deadline deadline) {
        Optional<ModelCard> card = models.embedder(source.language());
        return card.isPresent()
                ? byMeaning(source, sentences, card.get(), deadline)
                : byWords(source, sentences);
    }

    private Found byMeaning(
            Source source, List<String> sentences, ModelCard card, Deadline deadline) {
        List<String> article = source.sentences().stream().map(Source.Sentence::text).toList();
        SentenceVectors.Vectors read =
                vectors.of(
                        card,
                        Stream.concat(article.stream(), sentences.stream()).toList(),
                        deadline);
        float[][] rows = read.rows();
        double floor = Math.max(NEAR_MEANING, likeness(rows, article.size()));
        List<List<Support>> support =
                IntStream.range(article.size(), rows.length)
                        .mapToObj(i -> nearest(source, floor, j -> dot(rows[i], rows[j])))
                        .toList();
        List<Double> nearest =
                IntStream.range(article.size(), rows.length)
                        .mapToObj(
                                i ->
                                        IntStream.range(0, article.size())
                                                .mapToDouble(j -> dot(rows[i], rows[j]))
                                                .max()
                                                .orElse(0))
                        .toList();
        return new Found(support, nearest, read.model());
    }

    private static Found byWords(Source source, List<String> sentences) {
        List<Set<String>> article =
                source.sentences().stream().map(Source.Sentence::terms).toList();
        TermWeights weights = new TermWeights(article);
        List<List<Support>> support =
                sentences.stream()
                        .map(source.words()::terms)
                        .map(terms -> byWords(source, weights, terms))
                        .toList();
        return new Found(support, List.of(), null);
    }

    private static List<Support> byWords(Source source, TermWeights weights, Set<String> terms) {
        return nearest(
                source, NEAR_WORDS, i -> weights.cosine(terms, source.sentences().get(i).terms()));
    }

    private static List<Support> nearest(Source source, double floor, Likeness likeness) {
        List<Source.Sentence> article = source.sentences();
        return IntStream.range(0, article.size())
                .mapToObj(i -> Support.of(article.get(i).span(), Math.min(1, likeness.to(i))))
                .filter(support -> support.score() >= floor)
                .sorted(Comparator.comparingDouble(support -> -support.score()))
                .limit(MOST)
                .toList();
    }

    /** How near a sentence is to the article's sentence with this index. */
    private interface Likeness {
        double to(int index);
    }

    /**
     * The mean cosine of two different rows among the first {@code count}. Some models put all
     * sentences near each other: what is no nearer to any sentence of the article than these are
     * among themselves is supported by none.
     */
    private static double likeness(float[][] rows, int count) {
        float[] sum = new float[rows[0].length];
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rows[row][i];
            }
        }
        return count < 2 ? 0 : (dot(sum, sum) - count) / ((double) count * (count - 1));
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
