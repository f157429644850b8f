package org.dragoman.summarization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dragoman.inference.Deadline;
import org.dragoman.language.LanguageTag;
import org.dragoman.model.ModelCard;
import org.dragoman.model.Models;
import org.dragoman.quality.support.SentenceVectors;
import org.dragoman.web.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Weighs each sentence against the whole: by meaning where an installed model reads the language,
 * by words elsewhere. Thread-safe.
 */
final class Weighing {
    private final Models models;
    private final SentenceVectors vectors;

    Weighing(Models models, SentenceVectors vectors) {
        this.models = models;
        this.vectors = vectors;
    }

    /**
     * The sentences weighed.
     *
     * @param centrality of each sentence, −1 to 1
     * @param model that read them; null when words were compared
     * @param reason why, and whether the place of a sentence counts
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Weights(
            double[] centrality, Provenance.@Nullable Used model, Reason reason, boolean byPlace) {}

    Weights of(Subject subject, Deadline deadline) {
        Optional<ModelCard> card = models.embedder(subject.language());
        return card.isPresent()
                ? byMeaning(subject, card.get(), deadline)
                : byWords(subject, missing(subject.language()));
    }

    private Weights byMeaning(Subject subject, ModelCard card, Deadline deadline) {
        SentenceVectors.Vectors read = vectors.of(card, subject.texts(), deadline);
        double[] centrality = sentences(subject, Centrality.ofVectors(read.rows()));
        Reason shape = shape(subject, centrality);
        return new Weights(centrality, read.model(), shape, shape == Reason.NEWS_POSITION);
    }

    private static Weights byWords(Subject subject, Reason reason) {
        double[] centrality = sentences(subject, Centrality.ofTerms(subject.terms()));
        boolean byPlace = shape(subject, centrality) == Reason.NEWS_POSITION;
        return new Weights(centrality, null, reason, byPlace);
    }

    /** Leaves out the headline, which only had a vote. */
    private static double[] sentences(Subject subject, double[] voters) {
        return Arrays.copyOf(voters, subject.sentences().size());
    }

    private static Reason shape(Subject subject, double[] centrality) {
        List<Double> whole =
                IntStream.range(0, centrality.length)
                        .filter(i -> !subject.sentences().get(i).is(Candidate.Trait.FRAGMENT))
                        .mapToObj(i -> centrality[i])
                        .toList();
        return Shape.of(subject.article().dateline() != null, whole);
    }

    private Reason missing(LanguageTag language) {
        boolean known =
                models.cards().stream()
                        .filter(card -> card.to().isEmpty())
                        .flatMap(card -> card.from().stream())
                        .anyMatch(tag -> tag.language().equals(language.language()));
        return known ? Reason.MODEL_MISSING : Reason.ENCODER_LANGUAGE;
    }
}
