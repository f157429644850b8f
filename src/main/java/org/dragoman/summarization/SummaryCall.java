package org.dragoman.summarization;

import org.dragoman.language.LanguageTag;
import org.dragoman.web.Refusals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/summaries}.
 *
 * @param text the scraped article
 * @param html refused for now
 * @param url refused for now
 * @param language of the text; detected when absent
 * @param summary what is asked of the summary; a paragraph of 60 words when absent
 */
public record SummaryCall(
        @Nullable String text,
        @Schema(hidden = true) @Nullable String html,
        @Schema(hidden = true) @Nullable String url,
        @Nullable LanguageTag language,
        @Nullable SummaryRequest summary) {
    /** A call for one text. */
    public static SummaryCall of(
            String text, @Nullable LanguageTag language, SummaryRequest summary) {
        return new SummaryCall(text, null, null, language, summary);
    }

    /**
     * The text, once everything else in the body has been found usable.
     *
     * @throws org.dragoman.failure.DragomanException invalid-field
     */
    String checkedText() {
        Refusals refusals = new Refusals();
        String article = refusals.article(text, html, url);
        summaryOrDefault().check("/summary", refusals);
        refusals.check();
        return article;
    }

    SummaryRequest summaryOrDefault() {
        return summary == null ? SummaryRequest.DEFAULT : summary;
    }
}
