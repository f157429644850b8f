package org.dragoman.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** Mends the spans of the tokenizers library. */
final class Spans {
    private Spans() {}

    /**
     * The same spans {@code units} further on, ascending: an empty span, which the library gives a
     * space it added itself, may stand behind the next one there and is put before it.
     */
    static List<@Nullable Span> inOrder(List<@Nullable Span> spans, int units) {
        List<@Nullable Span> mended = new ArrayList<>(spans);
        int next = Integer.MAX_VALUE;
        for (int i = mended.size() - 1; i >= 0; i--) {
            Span span = mended.get(i);
            if (span == null) {
                continue;
            }
            Span moved = span.shift(units);
            boolean early = moved.length() == 0 && moved.start() > next;
            Span kept = early ? new Span(next, next) : moved;
            mended.set(i, kept);
            next = kept.start();
        }
        return Collections.unmodifiableList(mended);
    }
}
