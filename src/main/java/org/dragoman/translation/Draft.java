package org.dragoman.translation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dragoman.quality.OnLowQuality;
import org.dragoman.text.SentenceSplitter;
import org.dragoman.text.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way into one language. It goes through its models once; sentences that were found
 * doubtful then go through them again in other manners, and the best of what came of each stands in
 * the version. For one thread.
 */
final class Draft {
    private final Part.@Nullable Kind part;
    private final Layout layout;
    private final Way way;
    private final Telling telling;
    private final Setting told;
    private final Journey first;
    private final List<Checked> chosen = new ArrayList<>();

    Draft(Part.@Nullable Kind part, Layout layout, Way way, Telling telling) {
        this.part = part;
        this.layout = layout;
        this.way = way;
        this.telling = telling;
        this.told = new Setting(layout, way.spacing());
        telling.tally().expect(layout.sentences().size());
        Rewritten.Rule whole = way.whole();
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < layout.sentences().size(); i++) {
            passages.add(new Passage(source(i), layout.open().get(i), whole));
        }
        this.first = way.journey(passages, Manner.PLAIN, this::arrived);
    }

    /**
     * How a text gets into its language.
     *
     * @param legs one a model; none for a text that stays as it is
     * @param guard of the pair the whole way goes between
     */
    record Way(List<Routes.Leg> legs, SentenceSplitter splitter, Guards.Guard guard) {
        Way {
            legs = List.copyOf(legs);
        }

        /**
         * Over several models capitals are taken off once: the first writes names as names, and the
         * others would lose them in a sentence in capitals.
         */
        private Rewritten.Rule whole() {
            return legs.size() < 2 ? Rewritten::unchanged : new Capitals(legs.get(0).whole());
        }

        private Journey journey(List<Passage> passages, Manner manner, Runnable arrived) {
            return new Journey(passages, legs, manner, splitter, arrived);
        }

        private Substitution substitution() {
            Pair whole = legs.get(0).whole();
            return new Substitution(whole.source(), whole.target());
        }

        private Spacing spacing() {
            return legs.isEmpty() ? Spacing.AS_IT_IS : Spacing.of(legs.get(0).whole());
        }
    }

    private String source(int sentence) {
        return layout.sentences().get(sentence).in(layout.text());
    }

    /** The way of all its sentences through its models. */
    Journey first() {
        return first;
    }

    /** Looks at what came of that way for the next sentence. */
    private void arrived() {
        chosen.add(best(first.passages().get(chosen.size())));
        telling.tally().arrived();
        if (telling.early()) {
            tell(false);
        }
    }

    /** The same for sentences that went through no model. */
    void check() {
        while (chosen.size() < first.passages().size()) {
            arrived();
        }
    }

    /** Tells of what has not been told when nothing will change any more. */
    void finish() {
        if (telling.heard()) {
            tell(true);
        }
    }

    /** In order, up to the first that may be written again, or all. */
    private void tell(boolean all) {
        int next = told.size();
        while (next < chosen.size() && (all || !chosen.get(next).doubtful())) {
            Checked written = written(next);
            int start = told.length();
            Span target = told.add(written.rendering().text());
            Segment segment = Segment.of(part, layout.sentences().get(next), target, written);
            telling.tell(next, told.from(start), segment);
            next++;
        }
    }

    /** What stands for a sentence under the policy. */
    private Checked written(int sentence) {
        Checked each = chosen.get(sentence);
        boolean bad = telling.policy() == OnLowQuality.SOURCE && each.severe();
        return bad ? each.replacedBy(source(sentence)) : each;
    }

    /** The way of the sentences that are doubtful still, in another manner. */
    Journey again(Manner manner) {
        return way.journey(
                doubtful().mapToObj(i -> first.passages().get(i).again()).toList(),
                manner,
                () -> {});
    }

    /** Takes what came of that way where it is better. */
    void reconsider(Journey again) {
        int[] places = doubtful().toArray();
        for (int i = 0; i < places.length; i++) {
            Checked other = best(again.passages().get(i));
            if (other.betterThan(chosen.get(places[i]))) {
                chosen.set(places[i], other);
            }
        }
        if (telling.early()) {
            tell(false);
        }
    }

    /** Puts right what needs no model. */
    void settle() {
        for (int i : doubtful().toArray()) {
            Checked each = chosen.get(i);
            Rendering rendering = each.rendering();
            String source = source(i);
            int place = i;
            way.substitution()
                    .apply(source, rendering.text(), each.findings())
                    .map(text -> checked(source, rendering.as(text)))
                    .filter(mended -> mended.betterThan(each))
                    .ifPresent(mended -> chosen.set(place, mended));
        }
    }

    private IntStream doubtful() {
        return IntStream.range(0, chosen.size()).filter(i -> chosen.get(i).doubtful());
    }

    private Checked best(Passage passage) {
        List<Checked> checked =
                passage.renderings().stream()
                        .map(rendering -> checked(passage.source(), rendering))
                        .toList();
        return checked.stream().min(BEST_FIRST).orElseThrow();
    }

    /** Of equals the one the model thinks likelier, which stands before the other. */
    private static final Comparator<Checked> BEST_FIRST =
            (one, other) -> one.betterThan(other) ? -1 : other.betterThan(one) ? 1 : 0;

    private Checked checked(String source, Rendering rendering) {
        return way.legs().isEmpty()
                ? Checked.unseen(rendering)
                : new Checked(rendering, way.guard().check(source, rendering.text()));
    }

    /** Whether a sentence says what its source does not. */
    boolean severe() {
        return chosen.stream().anyMatch(Checked::severe);
    }

    /** The text when all models are done. */
    Body write() {
        List<Checked> written =
                IntStream.range(0, chosen.size()).mapToObj(i -> written(i)).toList();
        Layout.Laid laid =
                layout.with(
                        written.stream().map(each -> each.rendering().text()).toList(),
                        way.spacing());
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Span source = layout.sentences().get(i);
            segments.add(Segment.of(part, source, laid.spans().get(i), written.get(i)));
        }
        return new Body(part, laid.text(), segments, coverage(written));
    }

    private Coverage coverage(List<Checked> written) {
        int kept = 0;
        int split = 0;
        for (int i = 0; i < written.size(); i++) {
            kept += written.get(i).rendering().kept() ? layout.sentences().get(i).length() : 0;
            split += written.get(i).rendering().split() ? 1 : 0;
        }
        int characters = layout.text().length();
        return new Coverage(characters, characters - kept, split);
    }

    /** A text in one language. */
    record Body(Part.@Nullable Kind part, String text, List<Segment> segments, Coverage coverage) {
        /** Whether the source stands in place of every sentence. */
        boolean kept() {
            return !segments.isEmpty() && segments.stream().allMatch(Segment::kept);
        }
    }
}
