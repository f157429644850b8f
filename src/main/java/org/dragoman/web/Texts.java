package org.dragoman.web;

import java.util.List;
import java.util.Objects;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/** The field {@code texts} of requests. */
public final class Texts {
    private Texts() {}

    /**
     * The texts, at least one, none of them null.
     *
     * @throws DragomanException invalid-field
     */
    public static List<String> required(@Nullable List<@Nullable String> texts) {
        if (texts == null || texts.isEmpty()) {
            throw DragomanException.invalidField("/texts", "At least one text is needed.");
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) == null) {
                throw DragomanException.invalidField("/texts/" + i, "A text is needed here.");
            }
        }
        return texts.stream().map(Objects::requireNonNull).toList();
    }
}
