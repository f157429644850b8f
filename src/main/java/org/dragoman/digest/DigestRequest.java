package org.dragoman.digest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.InvalidField;
import org.dragoman.language.LanguageTag;
import org.dragoman.summarization.SummaryRequest;
import org.dragoman.translation.Part;
import org.dragoman.web.Later;
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
        @Nullable List<LanguageTag> targets,
        @Nullable List<Part.Kind> parts,
        @Nullable SummaryRequest summary,
        @Schema(hidden = true) @Nullable String html,
        @Schema(hidden = true) @Nullable String url,
        @Schema(hidden = true) @Nullable List<Object> glossary,
        @Schema(hidden = true) @Nullable List<String> keep,
        Later.@Nullable OnLowQuality onLowQuality) {

    /** A request for one text, in its own language told from it. */
    public static DigestRequest of(
            String text,
            @Nullable LanguageTag language,
            List<LanguageTag> targets,
            SummaryRequest summary) {
        return new DigestRequest(
                text, language, targets, null, summary, null, null, null, null, null);
    }

    /**
     * The request, checked and with its defaults.
     *
     * @throws DragomanException invalid-field, naming every field that is wrong
     */
    public Order order() {
        Later.refuse("/html", html);
        Later.refuse("/url", url);
        Later.refuse("/glossary", glossary);
        Later.refuse("/keep", keep);
        Later.refuse(onLowQuality);
        if (text == null) {
            throw DragomanException.invalidField("/text", "The text of the article is needed.");
        }
        SummaryRequest wanted = summary == null ? SummaryRequest.DEFAULT : summary;
        wanted.check("/summary");
        return new Order(text, language, distinct(), kinds(), wanted);
    }

    private List<LanguageTag> distinct() {
        List<LanguageTag> wanted = targets == null ? List.of() : targets;
        List<InvalidField> errors = new ArrayList<>();
        Set<LanguageTag> seen = new LinkedHashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i) == null) {
                errors.add(new InvalidField("/targets/" + i, "A value is needed here."));
            } else if (!seen.add(wanted.get(i))) {
                errors.add(new InvalidField("/targets/" + i, "This language is asked for twice."));
            }
        }
        if (!errors.isEmpty()) {
            throw DragomanException.invalidFields(errors);
        }
        return List.copyOf(seen);
    }

    private Set<Part.Kind> kinds() {
        if (parts == null) {
            return EnumSet.allOf(Part.Kind.class);
        }
        if (parts.isEmpty()) {
            throw DragomanException.invalidField(
                    "/parts", "Name a part, or leave the field out for all.");
        }
        int missing = parts.indexOf(null);
        if (missing >= 0) {
            throw DragomanException.invalidField("/parts/" + missing, "A value is needed here.");
        }
        return EnumSet.copyOf(parts);
    }

    /** A checked request. */
    public record Order(
            String text,
            @Nullable LanguageTag language,
            List<LanguageTag> targets,
            Set<Part.Kind> parts,
            SummaryRequest summary) {}
}
