package org.dragoman.model;

import org.jspecify.annotations.Nullable;

/**
 * The quality to expect of a translator on a scale of 0 to 1: the COMET its publisher states, and
 * where none is stated what is usual for its kind. Of the student models of the catalogue that is
 * the mean over those with a figure (81 tiny ones 0.858, 51 larger ones 0.874). OPUS-MT models of
 * one pair and many-language models are put below them, in that order: they are published without
 * COMET, and a model made for one pair does better on it than one of its size made for a hundred
 * languages; so much so that two good students in a row, 0.73 or more, go before one of those.
 */
final class Expectation {
    private static final double TINY_STUDENT = 0.858;
    private static final double LARGER_STUDENT = 0.874;
    private static final double ONE_PAIR = 0.80;
    private static final double MANY_LANGUAGES = 0.65;

    /** Weights of a tiny student take 17 MB, those of the next size 31. */
    private static final long TINY_BYTES = 24_000_000;

    private static final long UNKNOWN_BYTES = 1L << 40;

    private Expectation() {}

    static double of(ModelCard card) {
        Upstream.@Nullable Published published = card.upstream().published();
        if (published != null && published.comet() != null) {
            return published.comet();
        }
        if (card.from().size() > 1 || card.to().size() > 1) {
            return MANY_LANGUAGES;
        }
        if (!card.family().equals("bergamot")) {
            return ONE_PAIR;
        }
        return tiny(card) ? TINY_STUDENT : LARGER_STUDENT;
    }

    /** Bytes of its files; of a model whose files are not known, more than of any that is. */
    static long bytes(ModelCard card) {
        return card.files().isEmpty() ? UNKNOWN_BYTES : card.bytes();
    }

    private static boolean tiny(ModelCard card) {
        return card.variant().isEmpty()
                ? card.files().stream().allMatch(file -> file.bytes() < TINY_BYTES)
                : card.variant().equals("tiny");
    }
}
