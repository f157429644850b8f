package org.dragoman.translation;

import java.util.List;
import org.dragoman.failure.DragomanException;
import org.dragoman.language.LanguageTag;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.web.Refusals;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks to be translated.
 *
 * @param texts at least one
 * @param format text, the default
 * @param source of all texts; told from each when absent
 * @param targets languages of the versions, at least one, each once
 * @param onLowQuality flag, the default
 */
public record TranslationRequest(
        @Nullable List<@Nullable String> texts,
        @Schema(enumeration = "text") @Nullable String format,
        @Nullable LanguageTag source,
        @Nullable List<@Nullable LanguageTag> targets,
        @Schema(hidden = true) @Nullable List<Object> glossary,
        @Schema(hidden = true) @Nullable List<Object> keep,
        @Nullable OnLowQuality onLowQuality,
        @Schema(hidden = true) @Nullable Integer alternatives) {
    /** A request for one text. */
    public static TranslationRequest of(
            String text,
            @Nullable LanguageTag source,
            List<LanguageTag> targets,
            OnLowQuality policy) {
        return new TranslationRequest(
                List.of(text), null, source, List.copyOf(targets), null, null, policy, null);
    }

    /**
     * The request, checked.
     *
     * @throws DragomanException invalid-field, naming every field that is wrong
     */
    Checked checked() {
        Refusals refusals = new Refusals();
        refusals.later("/format", format != null && !"text".equals(format));
        refusals.later("/glossary", glossary);
        refusals.later("/keep", keep);
        refusals.later("/alternatives", alternatives != null && alternatives != 0);
        List<String> given = refusals.atLeastOne(texts, "/texts");
        List<LanguageTag> wanted = refusals.atLeastOne(targets, "/targets");
        refusals.twice(targets == null ? List.of() : targets, "/targets");
        refusals.check();
        return new Checked(given, wanted, policy());
    }

    private OnLowQuality policy() {
        return onLowQuality == null ? OnLowQuality.FLAG : onLowQuality;
    }

    /** What remains to be asked when all is well. */
    record Checked(List<String> texts, List<LanguageTag> targets, OnLowQuality policy) {}
}
