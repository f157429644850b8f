package org.dragoman.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key's day.
 *
 * @param spent null when no text was sent for which there is a quota
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Used(Totals totals, @Nullable Spent spent) {
    Used plus(Used more) {
        return new Used(totals.plus(more.totals), later(spent, more.spent));
    }

    private static @Nullable Spent later(@Nullable Spent one, @Nullable Spent other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.later(other);
    }
}
