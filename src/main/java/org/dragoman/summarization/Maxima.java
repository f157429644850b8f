package org.dragoman.summarization;

import org.jspecify.annotations.Nullable;

/** How much a summary may hold; one of the two at least is a bound. Immutable. */
record Maxima(int sentences, int words) {
    private static final int WORDS_PER_SENTENCE = 20;

    /** Null stands for no bound. */
    static Maxima of(@Nullable Integer sentences, @Nullable Integer words) {
        return new Maxima(
                sentences == null ? Integer.MAX_VALUE : sentences,
                words == null ? Integer.MAX_VALUE : words);
    }

    boolean boundsWords() {
        return words != Integer.MAX_VALUE;
    }

    boolean allow(int sentenceCount, long wordCount) {
        return sentenceCount <= sentences && wordCount <= words;
    }

    /** Sentences of usual length that fit, at least 1. */
    int likelySentences() {
        return Math.min(sentences, Math.max(1, words / WORDS_PER_SENTENCE));
    }

    /** Words of as many sentences. */
    long likelyWords() {
        return boundsWords() ? words : (long) WORDS_PER_SENTENCE * sentences;
    }
}
