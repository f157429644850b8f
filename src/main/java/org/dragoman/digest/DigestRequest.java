package org.dragoman.digest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.summarization.SummaryRequest;
import org.dragoman.translation.Part;
import org.dragoman.translation.Wanted;
import org.dragoman.web.Refusals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a digest.
 *
 * @param text the article as it was scraped
 * @param language of the text; told from it when absent
 * @param targets languages of the versions, each once; none: no versions
 * @param parts what is translated; all three when absent
 * @param summary what the summary should be like
 */
public record DigestRequest(
        @Nullable String text,
        @Nullable LanguageTag language,
        @Nullable List<@Nullable LanguageTag> targets,
        @Nullable List<Part.@Nullable Kind> parts,
        @Nullable SummaryRequest summary,
        @Schema(hidden = true) @Nullable String html,
        @Schema(hidden = true) @Nullable String url,
        @Schema(hidden = true) @Nullable List<Object> glossary,
        @Schema(hidden = true) @Nullable List<String> keep,
        @Nullable OnLowQuality onLowQuality) {

    /** A request for one text, in its own language told from it. */
    public static DigestRequest of(
            String text, @Nullable LanguageTag language, Wanted wanted, SummaryRequest summary) {
        return new DigestRequest(
                text,
                language,
                List.copyOf(wanted.targets()),
                null,
                summary,
                null,
                null,
                null,
                null,
                wanted.policy());
    }

    /**
     * The request, checked and with its defaults.
     *
     * @throws DragomanException invalid-field, naming every field that is wrong
     */
    public Order order() {
        Refusals refusals = new Refusals();
        String article = refusals.article(text, html, url);
        refusals.later("/glossary", glossary);
        refusals.later("/keep", keep);
        if (parts != null && parts.isEmpty()) {
            refusals.add("/parts", "Name a part, or leave the field out for all.");
        }
        List<LanguageTag> to = targets == null ? List.of() : refusals.each(targets, "/targets");
        refusals.twice(targets == null ? List.of() : targets, "/targets");
        List<Part.Kind> kinds =
                parts == null ? List.of(Part.Kind.values()) : refusals.each(parts, "/parts");
        SummaryRequest wanted = summary == null ? SummaryRequest.DEFAULT : summary;
        wanted.check("/summary", refusals);
        refusals.check();
        return new Order(
                article, language, new Wanted(to, policy()), EnumSet.copyOf(kinds), wanted);
    }

    private OnLowQuality policy() {
        return onLowQuality == null ? OnLowQuality.FLAG : onLowQuality;
    }

    /** A checked request. */
    public record Order(
            String text,
            @Nullable LanguageTag language,
            Wanted versions,
            Set<Part.Kind> parts,
            SummaryRequest summary) {}
}
