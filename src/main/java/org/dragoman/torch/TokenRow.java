package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.dragoman.model.Tokens;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Ids and their spans as they come. Not thread-safe. */
final class TokenRow {
    private final List<@Nullable Span> spans = new ArrayList<>();
    private int[] ids = new int[16];

    void add(int id, @Nullable Span span) {
        if (spans.size() == ids.length) {
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        ids[spans.size()] = id;
        spans.add(span);
    }

    Tokens tokens() {
        return new Tokens(Arrays.copyOf(ids, spans.size()), Collections.unmodifiableList(spans));
    }
}
