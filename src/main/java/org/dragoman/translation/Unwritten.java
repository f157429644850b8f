package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A version there is no text for.
 *
 * @param hint the command that would help, where one would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Unwritten(LanguageTag language, Status status, @Nullable String hint)
        implements Version, TextVersion {
    static Unwritten noModel(LanguageTag source, LanguageTag target) {
        return new Unwritten(
                target,
                Status.NO_MODEL,
                "dragoman models add " + source.language() + "-" + target.language());
    }
}
