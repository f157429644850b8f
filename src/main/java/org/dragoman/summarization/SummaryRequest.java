package org.dragoman.summarization;

import java.util.Objects;
import org.dragoman.web.Refusals;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a summary; null wherever nothing is asked. Immutable.
 *
 * @param sentences at most so many, at least 1
 * @param words at most so many, at least 1
 */
public record SummaryRequest(
        @Nullable Form form,
        @Nullable Integer sentences,
        @Nullable Integer words,
        @Nullable Method method) {
    /** Nothing in particular: a paragraph of at most 60 words. */
    public static final SummaryRequest DEFAULT = new SummaryRequest(null, null, null, null);

    /**
     * Refuses what no summary can have.
     *
     * @param pointer JSON pointer to this request in the body, for the problem
     */
    public void check(String pointer, Refusals refusals) {
        atLeastOne(sentences, pointer + "/sentences", refusals);
        atLeastOne(words, pointer + "/words", refusals);
    }

    private static void atLeastOne(@Nullable Integer value, String pointer, Refusals refusals) {
        if (value != null && value < 1) {
            refusals.add(pointer, "This takes a whole number of at least 1.");
        }
    }

    Form formOrDefault() {
        return form == null ? Form.PARAGRAPH : form;
    }

    Method methodOrDefault() {
        return method == null ? Method.AUTO : method;
    }

    /**
     * The maxima. A headline is one sentence, and the words of a headline and a standfirst are
     * bounded even when only sentences are asked for: that is what makes them one.
     */
    Maxima maxima() {
        Integer asked = sentences == null ? words : sentences;
        return switch (formOrDefault()) {
            case PARAGRAPH -> asked == null ? Maxima.of(null, 60) : Maxima.of(sentences, words);
            case BULLETS -> asked == null ? Maxima.of(4, null) : Maxima.of(sentences, words);
            case HEADLINE -> Maxima.of(1, Objects.requireNonNullElse(words, 12));
            case STANDFIRST -> Maxima.of(sentences, Objects.requireNonNullElse(words, 35));
        };
    }
}
