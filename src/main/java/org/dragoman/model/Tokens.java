package org.dragoman.model;

import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text as ids.
 *
 * @param ids with specials
 * @param spans the UTF-16 span in the text each id stands for, null for specials; ascending, may
 *     touch, and may be empty where an id stands for nothing the text holds
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tokens(int[] ids, List<@Nullable Span> spans) {
    public int length() {
        return ids.length;
    }
}
