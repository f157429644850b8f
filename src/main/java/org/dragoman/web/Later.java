package org.dragoman.web;

import java.util.Collection;
import org.dragoman.failure.DragomanException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Fields of the contract this version does not act on: refused, since ignoring them would lie. */
public final class Later {
    private Later() {}

    /**
     * Refuses a field that is there; an empty list asks for nothing and passes.
     *
     * @throws DragomanException invalid-field
     */
    public static void refuse(String pointer, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
            throw DragomanException.invalidField(pointer, "This is not supported yet.");
        }
    }

    /**
     * Refuses any policy but flag.
     *
     * @throws DragomanException invalid-field
     */
    public static void refuse(@Nullable OnLowQuality policy) {
        if (policy != null && policy != OnLowQuality.FLAG) {
            throw DragomanException.invalidField("/onLowQuality", "Only flag is supported yet.");
        }
    }

    /** What to do with a segment that is found wrong. */
    @Schema(enumeration = "flag")
    public enum OnLowQuality {
        FLAG,
        SOURCE,
        FAIL
    }
}
