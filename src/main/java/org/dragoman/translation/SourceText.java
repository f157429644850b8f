package org.dragoman.translation;

import java.util.Objects;
import org.dragoman.language.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * A text to translate.
 *
 * @param language null when it could not be told
 */
public record SourceText(String text, @Nullable LanguageTag language) {
    public SourceText {
        Objects.requireNonNull(text);
    }
}
