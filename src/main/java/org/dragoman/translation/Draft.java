package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/** A text on its way into one language: asked for when it is made, written when models are done. */
final class Draft {
    private final Part.@Nullable Kind part;
    private final Layout layout;
    private final Spacing spacing;
    private final List<Sentence> sentences = new ArrayList<>();

    Draft(Part.@Nullable Kind part, Layout layout, Round round, Pair pair) {
        this.part = part;
        this.layout = layout;
        this.spacing = Spacing.of(pair);
        for (int i = 0; i < layout.sentences().size(); i++) {
            String source = layout.sentences().get(i).in(layout.text());
            sentences.add(new Sentence(source, round, pair, layout.open().get(i)));
        }
    }

    Body write() {
        Layout.Laid laid = layout.with(sentences.stream().map(Sentence::target).toList(), spacing);
        List<Segment> segments = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Span source = layout.sentences().get(i);
            boolean asItWas = sentences.get(i).kept();
            kept += asItWas ? source.length() : 0;
            segments.add(new Segment(part, source, laid.spans().get(i), asItWas));
        }
        int split = (int) sentences.stream().filter(Sentence::split).count();
        int characters = layout.text().length();
        return new Body(
                part, laid.text(), segments, new Coverage(characters, characters - kept, split));
    }

    /** A text in one language. */
    record Body(Part.@Nullable Kind part, String text, List<Segment> segments, Coverage coverage) {
        /** The source's own text, where there is nothing to translate. */
        static Body copy(Part.@Nullable Kind part, Layout layout) {
            List<Segment> segments =
                    layout.sentences().stream()
                            .map(span -> new Segment(part, span, span, false))
                            .toList();
            int characters = layout.text().length();
            return new Body(part, layout.text(), segments, new Coverage(characters, characters, 0));
        }
    }
}
