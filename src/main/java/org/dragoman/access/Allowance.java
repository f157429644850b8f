package org.dragoman.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.dragoman.failure.DragomanException;
import org.jspecify.annotations.Nullable;

/**
 * How much a key may be used.
 *
 * @param callsPerMinute null: as the configuration says
 * @param charactersPerDay UTF-16 units times target languages; null: as the configuration says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Allowance(@Nullable Long callsPerMinute, @Nullable Long charactersPerDay) {
    /** As the configuration says. */
    public static final Allowance USUAL = new Allowance(null, null);

    public Allowance {
        require(callsPerMinute, "/callsPerMinute");
        require(charactersPerDay, "/charactersPerDay");
    }

    private static void require(@Nullable Long amount, String pointer) {
        if (amount != null && amount < 1) {
            throw DragomanException.invalidField(pointer, "A quota is a whole number above zero.");
        }
    }
}
