package org.dragoman.translation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.dragoman.language.LanguageTag;
import org.dragoman.text.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A version there is no text for.
 *
 * @param hint the command that would help, where one would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Unwritten(LanguageTag language, Status status, @Nullable String hint)
        implements Version, TextVersion {
    @Override
    public List<Finding> findings() {
        return List.of();
    }

    /** What the models gave says what its source does not. */
    static Unwritten lowQuality(LanguageTag target) {
        return new Unwritten(target, Status.LOW_QUALITY, null);
    }

    /** No way leads there now; {@code wanted} is what would have to be added for one. */
    static Unwritten noModel(LanguageTag target, List<String> wanted) {
        return new Unwritten(
                target,
                Status.NO_MODEL,
                wanted.isEmpty() ? null : "dragoman models add " + String.join(" ", wanted));
    }
}
