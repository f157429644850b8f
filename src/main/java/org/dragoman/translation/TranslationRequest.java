package org.dragoman.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dragoman.failure.DragomanException;
import org.dragoman.failure.InvalidField;
import org.dragoman.language.LanguageTag;
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
        @Schema(enumeration = "flag") @Nullable String onLowQuality,
        @Schema(hidden = true) @Nullable Integer alternatives) {
    /** A request for one text. */
    public static TranslationRequest of(
            String text, @Nullable LanguageTag source, List<LanguageTag> targets) {
        return new TranslationRequest(
                List.of(text), null, source, List.copyOf(targets), null, null, null, null);
    }

    /**
     * The request, checked.
     *
     * @throws DragomanException invalid-field, naming every field that is wrong
     */
    Checked checked() {
        List<InvalidField> errors = new ArrayList<>();
        refuse(format != null && !"text".equals(format), "/format", errors);
        refuse(glossary != null && !glossary.isEmpty(), "/glossary", errors);
        refuse(keep != null && !keep.isEmpty(), "/keep", errors);
        refuse(onLowQuality != null && !"flag".equals(onLowQuality), "/onLowQuality", errors);
        refuse(alternatives != null && alternatives != 0, "/alternatives", errors);
        List<String> given = present(texts, "/texts", errors);
        List<LanguageTag> wanted = present(targets, "/targets", errors);
        refuseTwice(wanted, errors);
        if (!errors.isEmpty()) {
            throw DragomanException.invalidFields(errors);
        }
        return new Checked(given, wanted);
    }

    private static void refuse(boolean asked, String pointer, List<InvalidField> errors) {
        if (asked) {
            errors.add(new InvalidField(pointer, "This is not supported yet."));
        }
    }

    private static <T> List<T> present(
            @Nullable List<@Nullable T> values, String pointer, List<InvalidField> errors) {
        if (values == null || values.isEmpty()) {
            errors.add(new InvalidField(pointer, "At least one is needed."));
            return List.of();
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) == null) {
                errors.add(new InvalidField(pointer + "/" + i, "A value is needed here."));
            }
        }
        return values.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    private static void refuseTwice(List<LanguageTag> targets, List<InvalidField> errors) {
        Set<LanguageTag> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            if (!seen.add(targets.get(i))) {
                errors.add(new InvalidField("/targets/" + i, "This language is asked for twice."));
            }
        }
    }

    /** What remains to be asked when all is well. */
    record Checked(List<String> texts, List<LanguageTag> targets) {}
}
