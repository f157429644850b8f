package org.dragoman.translation;

import java.util.ArrayList;
import java.util.List;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way into one language, model by model; with no model to go through it stays as it
 * is. For one thread.
 */
final class Draft {
    private final Part.@Nullable Kind part;
    private final Layout layout;
    private final List<Routes.Leg> legs;
    private final SentenceSplitter splitter;
    private final List<Passage> passages = new ArrayList<>();
    private int done;

    Draft(
            Part.@Nullable Kind part,
            Layout layout,
            List<Routes.Leg> legs,
            SentenceSplitter splitter) {
        this.part = part;
        this.layout = layout;
        this.legs = List.copyOf(legs);
        this.splitter = splitter;
        Rewritten.Rule whole = whole(legs);
        for (int i = 0; i < layout.sentences().size(); i++) {
            String source = layout.sentences().get(i).in(layout.text());
            passages.add(new Passage(source, layout.open().get(i), whole));
        }
    }

    /**
     * Over several models capitals are taken off once: the first writes names as names, and the
     * others would lose them in a sentence in capitals.
     */
    private static Rewritten.Rule whole(List<Routes.Leg> legs) {
        return legs.size() < 2 ? Rewritten::unchanged : new Capitals(legs.get(0).whole());
    }

    private Spacing spacing() {
        return legs.isEmpty() ? Spacing.AS_IT_IS : Spacing.of(legs.get(0).whole());
    }

    /** Whether it has been through all its models. */
    boolean done() {
        return done == legs.size();
    }

    /** The model it goes through next. */
    Routes.Leg next() {
        return legs.get(done);
    }

    /** Asks the next model for all of it. */
    void ask(Round round) {
        Pair pair = next().pair();
        for (Passage passage : passages) {
            if (done == 0) {
                passage.ask(round, pair);
            } else {
                passage.askOn(round, pair, splitter);
            }
        }
    }

    /** Takes what the model that was asked makes of it; waits for it. */
    void take() {
        passages.forEach(Passage::take);
        done++;
    }

    /** The text when all models are done. */
    Body write() {
        Layout.Laid laid = layout.with(passages.stream().map(Passage::target).toList(), spacing());
        List<Segment> segments = new ArrayList<>();
        int kept = 0;
        for (int i = 0; i < passages.size(); i++) {
            Span source = layout.sentences().get(i);
            boolean asItWas = passages.get(i).kept();
            kept += asItWas ? source.length() : 0;
            segments.add(new Segment(part, source, laid.spans().get(i), asItWas));
        }
        int split = (int) passages.stream().filter(Passage::split).count();
        int characters = layout.text().length();
        return new Body(
                part, laid.text(), segments, new Coverage(characters, characters - kept, split));
    }

    /** A text in one language. */
    record Body(Part.@Nullable Kind part, String text, List<Segment> segments, Coverage coverage) {}
}
