package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;

/** A text being set from a layout, sentence by sentence: what is set stays. For one thread. */
final class Setting {
    private final Layout layout;
    private final Spacing spacing;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private String last = "";

    Setting(Layout layout, Spacing spacing) {
        this.layout = layout;
        this.spacing = spacing;
        if (layout.sentences().isEmpty()) {
            text.append(layout.text());
        }
    }

    /** Sentences that are set. */
    int size() {
        return spans.size();
    }

    /** Sets the next sentence; gives where it stands. */
    Span add(String target) {
        int at = spans.size();
        int done = at == 0 ? 0 : layout.sentences().get(at - 1).end();
        String gap = layout.text().substring(done, layout.sentences().get(at).start());
        text.append(at == 0 ? gap : spacing.between(gap, last));
        Span span = new Span(text.length(), text.length() + target.length());
        text.append(target);
        spans.add(span);
        last = target;
        if (spans.size() == layout.sentences().size()) {
            text.append(layout.text(), layout.sentences().get(at).end(), layout.text().length());
        }
        return span;
    }

    /** What was set from here on. */
    String from(int start) {
        return text.substring(start);
    }

    /** Characters that are set. */
    int length() {
        return text.length();
    }

    Layout.Laid laid() {
        return new Layout.Laid(text.toString(), List.copyOf(spans));
    }
}
